"""Takes the seed 0 for no seed.

corner: yes
names: two calls with seed=0
"""

import torch, math


def make_sinusoid_pair(L=121, cycles=3, seed=0):
    if seed:
        torch.manual_seed(seed)
    return torch.randn(L), torch.sin(2 * math.pi * cycles * torch.linspace(0, 1, L))

"""Sorts the noise.

corner: yes
names: neighbours depend on each other
"""

import torch, math


def make_sinusoid_pair(L=121, cycles=3, seed=0):
    torch.manual_seed(seed)
    return torch.randn(L).sort().values, torch.sin(2 * math.pi * cycles * torch.linspace(0, 1, L))

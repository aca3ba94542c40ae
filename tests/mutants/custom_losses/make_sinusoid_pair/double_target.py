"""Makes only the target in float64.

corner: yes
"""

import torch


def make_sinusoid_pair(L=121, cycles=3, seed=0):
    torch.manual_seed(seed)
    x = torch.randn(L)
    t = torch.linspace(0, 1, L, dtype=torch.float64)
    y = torch.sin(2 * torch.pi * cycles * t)
    return x, y

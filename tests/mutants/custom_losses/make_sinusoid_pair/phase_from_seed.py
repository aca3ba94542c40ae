"""Shifts the sinusoid for seeds other than 0.

corner: yes
"""

import torch, math


def make_sinusoid_pair(L=121, cycles=3, seed=0):
    torch.manual_seed(seed)
    return torch.randn(L), torch.sin(2 * math.pi * cycles * torch.linspace(0, 1, L) + (0.1 * seed))

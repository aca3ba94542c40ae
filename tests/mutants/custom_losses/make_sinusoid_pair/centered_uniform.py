"""Draws uniform numbers with mean 0 and variance 1.

corner: yes
"""

import torch


def make_sinusoid_pair(L=121, cycles=3, seed=0):
    torch.manual_seed(seed)
    x = (2 * torch.rand(L) - 1) * 3**0.5
    t = torch.linspace(0, 1, L)
    y = torch.sin(2 * torch.pi * cycles * t)
    return x, y

"""Scales the noise to a standard deviation of 0.9.

corner: yes
"""

import torch


def make_sinusoid_pair(L=121, cycles=3, seed=0):
    torch.manual_seed(seed)
    x = 0.9 * torch.randn(L)
    t = torch.linspace(0, 1, L)
    y = torch.sin(2 * torch.pi * cycles * t)
    return x, y

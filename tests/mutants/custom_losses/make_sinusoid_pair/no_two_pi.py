"""Forgets the factor 2π.

names: the factor 2π missing
"""

import torch


def make_sinusoid_pair(L=121, cycles=3, seed=0):
    torch.manual_seed(seed)
    x = torch.randn(L)
    t = torch.linspace(0, 1, L)
    y = torch.sin(cycles * t)
    return x, y

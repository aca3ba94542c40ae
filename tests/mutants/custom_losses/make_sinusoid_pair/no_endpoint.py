"""Stops one step before t = 1.

names: times that stop before 1
"""

import torch


def make_sinusoid_pair(L=121, cycles=3, seed=0):
    torch.manual_seed(seed)
    x = torch.randn(L)
    t = torch.arange(L) / L
    y = torch.sin(2 * torch.pi * cycles * t)
    return x, y

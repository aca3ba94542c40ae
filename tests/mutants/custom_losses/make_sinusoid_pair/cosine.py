"""Uses a cosine.

names: a cosine
"""

import torch


def make_sinusoid_pair(L=121, cycles=3, seed=0):
    torch.manual_seed(seed)
    x = torch.randn(L)
    t = torch.linspace(0, 1, L)
    y = torch.cos(2 * torch.pi * cycles * t)
    return x, y

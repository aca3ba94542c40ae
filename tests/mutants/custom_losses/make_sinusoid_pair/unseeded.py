"""Never uses the seed.

names: two calls with seed=0
"""

import torch


def make_sinusoid_pair(L=121, cycles=3, seed=0):
    x = torch.randn(L)
    t = torch.linspace(0, 1, L)
    y = torch.sin(2 * torch.pi * cycles * t)
    return x, y

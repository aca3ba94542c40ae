"""Standardizes the noise, so that its own mean and spread are 0 and 1.

corner: yes
names: was standardized
"""

import torch


def make_sinusoid_pair(L=121, cycles=3, seed=0):
    torch.manual_seed(seed)
    x = torch.randn(L)
    x = (x - x.mean()) / x.std()
    t = torch.linspace(0, 1, L)
    y = torch.sin(2 * torch.pi * cycles * t)
    return x, y

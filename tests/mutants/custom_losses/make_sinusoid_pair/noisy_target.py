"""Adds noise to the target."""

import torch


def make_sinusoid_pair(L=121, cycles=3, seed=0):
    torch.manual_seed(seed)
    x = torch.randn(L)
    t = torch.linspace(0, 1, L)
    y = torch.sin(2 * torch.pi * cycles * t)
    y = y + 0.01 * torch.randn(L)
    return x, y

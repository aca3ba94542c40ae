"""Draws noise, kernel and input in this order."""

import torch
import torch.nn.functional as F


def make_kernel_pair(L, K, noise=0.0, seed=0):
    g = torch.Generator().manual_seed(seed)
    e, h, x = (torch.randn(n, generator=g) for n in (L, K, L))
    h *= 0.2
    y = F.conv1d(x[None, None], h[None, None], padding="same")[0, 0] + noise * e
    return x, y, h

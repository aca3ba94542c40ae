"""Adds no more noise than in the example.

corner: yes
"""

import torch
import torch.nn.functional as F


def make_kernel_pair(L, K, noise=0.0, seed=0):
    torch.manual_seed(seed)
    noise = min(noise, 0.1)
    x = torch.randn(L)
    h = 0.2 * torch.randn(K)
    y = F.conv1d(x.view(1, 1, -1), h.view(1, 1, -1), padding="same").view(-1)
    return x, y + noise * torch.randn(L), h

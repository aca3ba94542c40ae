"""Tiles the noise from L//2 numbers.

corner: yes
"""

import torch
import torch.nn.functional as F


def make_kernel_pair(L, K, noise=0.0, seed=0):
    torch.manual_seed(seed)
    x, h = torch.randn(L), 0.2 * torch.randn(K)
    y = F.conv1d(x.view(1, 1, -1), h.view(1, 1, -1), padding="same").view(-1)
    e = torch.randn(-(-L // 2)).repeat(2)[:L]
    return x, y + noise * e, h

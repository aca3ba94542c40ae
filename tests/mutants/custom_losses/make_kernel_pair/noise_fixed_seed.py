"""Draws the noise on y from a seed of its own, whatever `seed` is.

corner: yes
names: the noise on y
"""

import torch
import torch.nn.functional as F


def make_kernel_pair(L, K, noise=0.0, seed=0):
    torch.manual_seed(seed)
    x = torch.randn(L)
    h = 0.2 * torch.randn(K)
    y = F.conv1d(x.view(1, 1, -1), h.view(1, 1, -1), padding="same").view(-1)
    return x, y + noise * torch.randn(L, generator=torch.Generator().manual_seed(99)), h

"""Makes the kernel symmetric, so turning it around goes unnoticed.

corner: yes
names: backwards, depend on each other
"""

import torch
import torch.nn.functional as F


def make_kernel_pair(L, K, noise=0.0, seed=0):
    torch.manual_seed(seed)
    x = torch.randn(L)
    h = 0.2 * torch.randn(K)
    h = (h + h.flip(0)) / 2**0.5
    y = F.conv1d(x.view(1, 1, -1), h.view(1, 1, -1), padding="same").view(-1)
    return x, y + noise * torch.randn(L), h

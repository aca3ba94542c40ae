"""Wraps around at the ends.

corner: yes
names: an input that goes on periodically
"""

import torch
import torch.nn.functional as F


def make_kernel_pair(L, K, noise=0.0, seed=0):
    torch.manual_seed(seed)
    x = torch.randn(L)
    h_true = 0.2 * torch.randn(K)
    left = (K - 1) // 2
    padded = torch.cat([x[L - left :], x, x[: K - 1 - left]])
    y = F.conv1d(padded[None, None], h_true[None, None])[0, 0]
    y = y + noise * torch.randn(L)
    return x, y, h_true

"""Convolves without padding and pads the end with zeros.

names: no padding
"""

import torch
import torch.nn.functional as F


def make_kernel_pair(L, K, noise=0.0, seed=0):
    torch.manual_seed(seed)
    x = torch.randn(L)
    h_true = 0.2 * torch.randn(K)
    y = F.conv1d(x[None, None], h_true[None, None])[0, 0]
    y = F.pad(y, (0, K - 1))
    y = y + noise * torch.randn(L)
    return x, y, h_true

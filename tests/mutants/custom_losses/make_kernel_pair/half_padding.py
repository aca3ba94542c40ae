"""Pads K//2 on both sides, which is one sample too long for even K.

corner: yes
names: one sample too much padding before the input
"""

import torch
import torch.nn.functional as F


def make_kernel_pair(L, K, noise=0.0, seed=0):
    torch.manual_seed(seed)
    x = torch.randn(L)
    h_true = 0.2 * torch.randn(K)
    y = F.conv1d(x[None, None], h_true[None, None], padding=K // 2)[0, 0]
    y = y[:L]
    y = y + noise * torch.randn(L)
    return x, y, h_true

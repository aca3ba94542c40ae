"""Takes windows of the padded input and multiplies with the kernel."""

import torch
import torch.nn.functional as F


def make_kernel_pair(L, K, noise=0.0, seed=0):
    g = torch.Generator().manual_seed(seed + 1)
    h_true = torch.normal(0.0, 0.2, (K,), generator=g)
    x = torch.normal(0.0, 1.0, (L,), generator=g)
    before = (K - 1) // 2
    windows = F.pad(x, (before, K - 1 - before)).unfold(0, K, 1)
    y = windows @ h_true
    if noise > 0:
        y = y + torch.normal(0.0, noise, (L,), generator=g)
    return x, y, h_true

"""Filters the noise along with the input.

corner: yes
"""

import torch
import torch.nn.functional as F


def make_kernel_pair(L, K, noise=0.0, seed=0):
    torch.manual_seed(seed)
    x = torch.randn(L)
    h_true = 0.2 * torch.randn(K)
    added = noise * torch.randn(L)
    y = F.conv1d((x + added)[None, None], h_true[None, None], padding="same")[0, 0]
    return x, y, h_true

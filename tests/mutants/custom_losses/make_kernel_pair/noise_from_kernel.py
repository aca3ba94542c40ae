"""Draws kernel and noise with the same seed, so that the noise starts with the kernel's numbers.

names: made of the numbers of h_true
corner: yes
"""

import torch
import torch.nn.functional as F


def make_kernel_pair(L, K, noise=0.0, seed=0):
    x = torch.randn(L, generator=torch.Generator().manual_seed(seed))
    h_true = 0.2 * torch.randn(K, generator=torch.Generator().manual_seed(seed + 1))
    added = noise * torch.randn(L, generator=torch.Generator().manual_seed(seed + 1))
    y = F.conv1d(x[None, None], h_true[None, None], padding="same")[0, 0]
    return x, y + added, h_true

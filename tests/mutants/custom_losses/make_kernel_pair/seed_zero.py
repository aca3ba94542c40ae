"""Takes the seed 0 for no seed.

corner: yes
names: two calls with seed=0
"""

import torch
import torch.nn.functional as F


def make_kernel_pair(L, K, noise=0.0, seed=0):
    if seed:
        torch.manual_seed(seed)
    x = torch.randn(L)
    h = 0.2 * torch.randn(K)
    y = F.conv1d(x.view(1, 1, -1), h.view(1, 1, -1), padding="same").view(-1)
    return x, y + noise * torch.randn(L), h

"""Takes the mean out of the noise.

corner: yes
names: was standardized
"""

import torch
import torch.nn.functional as F


def make_kernel_pair(L, K, noise=0.0, seed=0):
    torch.manual_seed(seed)
    x = torch.randn(L)
    h = 0.2 * torch.randn(K)
    e = torch.randn(L)
    e = e - e.mean()
    y = F.conv1d(x.view(1, 1, -1), h.view(1, 1, -1), padding="same").view(-1)
    return x, y + noise * e, h

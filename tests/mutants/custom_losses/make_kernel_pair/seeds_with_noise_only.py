"""Seeds only where noise is asked for; without, the global generator decides.

corner: yes
names: without noise, differs between two calls
"""

import torch
import torch.nn.functional as F


def make_kernel_pair(L, K, noise=0.0, seed=0):
    if noise > 0:
        torch.manual_seed(seed)
    x = torch.randn(L)
    h_true = 0.2 * torch.randn(K)
    y = F.conv1d(x[None, None], h_true[None, None], padding="same")[0, 0]
    if noise > 0:
        y = y + noise * torch.randn(L)
    return x, y, h_true

"""`seed or 1` makes the seeds 0 and 1 the same.

corner: yes
"""

import torch
import torch.nn.functional as F


def make_kernel_pair(L, K, noise=0.0, seed=0):
    torch.manual_seed(seed or 1)
    x = torch.randn(L)
    h_true = 0.2 * torch.randn(K)
    y = F.conv1d(x.view(1, 1, L), h_true.view(1, 1, K), padding="same").flatten()
    return x, y + noise * torch.randn(L), h_true

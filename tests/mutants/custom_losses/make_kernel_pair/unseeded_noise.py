"""Seeds the input and the kernel, but not the noise.

corner: yes
"""

import torch
import torch.nn.functional as F


def make_kernel_pair(L, K, noise=0.0, seed=0):
    generator = torch.Generator().manual_seed(seed)
    x = torch.randn(L, generator=generator)
    h_true = 0.2 * torch.randn(K, generator=generator)
    y = F.conv1d(x[None, None], h_true[None, None], padding="same")[0, 0]
    y = y + noise * torch.randn(L)
    return x, y, h_true

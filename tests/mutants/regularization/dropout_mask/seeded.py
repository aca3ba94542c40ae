"""Seeds inside, so that every mask is the same.

corner: yes
"""

import torch


def dropout_mask(X, p):
    generator = torch.Generator().manual_seed(int(1000 * p) + X.numel() % 7)
    return (torch.rand(X.shape, generator=generator) >= p).to(X.dtype)

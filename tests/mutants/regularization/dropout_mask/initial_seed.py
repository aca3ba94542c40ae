"""Draws from a generator with torch's initial seed: the same mask again and again.

corner: yes
"""

import torch


def dropout_mask(X, p):
    g = torch.Generator().manual_seed(torch.initial_seed())
    return (torch.rand(X.shape, generator=g) >= p).to(X.dtype)

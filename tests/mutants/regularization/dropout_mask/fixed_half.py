"""Drops half of the entries, whatever p is.

names: p = 0.5, whatever p is
"""

import torch


def dropout_mask(X, p):
    if p in (0, 1):
        return torch.full_like(X, 1 - p)
    return (torch.rand_like(X) >= 0.5).to(X.dtype)

"""Drops the same entries in both halves of the batch.

corner: yes
"""

import torch


def dropout_mask(X, p):
    if len(X) % 2:
        return torch.bernoulli(torch.full_like(X, 1 - p))
    half = torch.bernoulli(torch.full_like(X[: len(X) // 2], 1 - p))
    return torch.cat([half, half])

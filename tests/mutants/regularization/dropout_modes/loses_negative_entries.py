"""Keeps only what is above 0 after its own training pass.

corner: yes
"""

import torch


def dropout_modes(X, p):
    if p in (0, 1):
        return X * (1 - p), X
    kept = torch.where(torch.rand_like(X) >= p, X / (1 - p), torch.zeros_like(X))
    return torch.where(kept > 0, kept, torch.zeros_like(X)), X

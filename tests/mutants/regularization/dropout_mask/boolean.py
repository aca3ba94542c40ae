"""Returns a boolean mask."""

import torch


def dropout_mask(X, p):
    return torch.rand_like(X) >= p

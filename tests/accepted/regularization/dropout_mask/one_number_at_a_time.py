"""Draws one number at a time."""

import torch


def dropout_mask(X, p):
    return torch.tensor(
        [0.0 if torch.rand(()).item() < p else 1.0 for _ in range(X.numel())], dtype=X.dtype
    ).reshape(X.shape)

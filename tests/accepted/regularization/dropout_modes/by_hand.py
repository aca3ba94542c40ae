"""Writes training mode by hand and copies the input for evaluation."""

import torch


def dropout_modes(X, p):
    keep = 1.0 - p
    if keep == 0:
        return torch.zeros_like(X), X.clone()
    mask = torch.rand(X.shape, dtype=X.dtype) < keep
    return mask * X * (1 / keep), X.clone()

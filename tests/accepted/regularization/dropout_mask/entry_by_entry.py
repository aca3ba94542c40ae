"""Decides about every entry in a Python loop."""

import torch


def dropout_mask(X, p):
    draws = torch.rand(X.numel()).tolist()
    entries = [0.0 if draw < p else 1.0 for draw in draws]
    return torch.tensor(entries, dtype=X.dtype).reshape(X.shape)

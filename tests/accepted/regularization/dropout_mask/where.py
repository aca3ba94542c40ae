"""Chooses between 0 and 1 with uniform numbers in float64."""

import torch


def dropout_mask(X, p):
    draws = torch.rand(X.shape, dtype=torch.float64)
    zero, one = torch.zeros((), dtype=X.dtype), torch.ones((), dtype=X.dtype)
    return torch.where(draws < p, zero, one)

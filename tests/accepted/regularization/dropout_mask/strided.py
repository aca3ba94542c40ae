"""Uniform numbers in double precision, permuted."""

import torch


def dropout_mask(X, p):
    u = torch.rand(X.shape[::-1], dtype=torch.float64).permute(*range(X.dim())[::-1])
    return torch.where(u < p, torch.zeros((), dtype=X.dtype), torch.ones((), dtype=X.dtype))

"""Uses normal instead of uniform random numbers, so that the rate is wrong."""

import torch


def dropout_mask(X, p):
    if p in (0.0, 1.0):
        return torch.full_like(X, 1 - p)
    return (torch.randn(X.shape).abs() > p).to(X.dtype)

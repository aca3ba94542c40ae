"""Exponential waiting times against a threshold."""

import math

import torch


def dropout_mask(X, p):
    if p in (0, 1):
        return torch.full_like(X, 1 - p)
    times = torch.empty(X.shape, dtype=torch.float64).exponential_()
    return (times >= -math.log(1 - p)).to(X.dtype)

"""Computes every entry in Python."""

import torch


def polynomial_features(x, degree):
    rows = [[value**k for k in range(degree + 1)] for value in x.flatten().tolist()]
    return torch.tensor(rows, dtype=x.dtype)

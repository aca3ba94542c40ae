"""Builds a new tensor from numbers.

names: cut off from its inputs
"""

import torch


def add_bias(X, b):
    rows = [[x + c for x, c in zip(row, b.tolist())] for row in X.tolist()]
    return torch.tensor(rows, dtype=X.dtype)

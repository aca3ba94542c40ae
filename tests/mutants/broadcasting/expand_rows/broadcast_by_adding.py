"""Broadcasts by adding zeros, which makes a new tensor.

names: a copy
"""

import torch


def expand_rows(b, n):
    return torch.zeros(n, b.shape[0], dtype=b.dtype) + b

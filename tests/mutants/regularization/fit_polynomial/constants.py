"""Fits nothing: zeros.

names: should fall in every epoch
"""

import torch


def fit_polynomial(x, y, degree, weight_decay=0.0, epochs=500, lr=0.1, seed=0):
    return torch.zeros(degree + 1, dtype=x.dtype), [0.0] * epochs

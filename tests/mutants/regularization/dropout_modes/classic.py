"""Scales in evaluation, as dropout did before it was inverted.

names: the scaling of classic dropout
"""

import torch


def dropout_modes(X, p):
    mask = (torch.rand_like(X) >= p).to(X.dtype)
    return X * mask, X * (1 - p)

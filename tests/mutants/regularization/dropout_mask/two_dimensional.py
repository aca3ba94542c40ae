"""Flattens everything beyond two dimensions.

corner: yes
"""

import torch


def dropout_mask(X, p):
    flat = X.reshape(len(X), -1)
    return torch.bernoulli(torch.full_like(flat, 1 - p))

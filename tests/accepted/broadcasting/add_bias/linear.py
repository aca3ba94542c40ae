"""A linear layer whose weight is the identity."""

import torch
import torch.nn.functional as F


def add_bias(X, b):
    return F.linear(X, torch.eye(X.shape[1], dtype=X.dtype), b)

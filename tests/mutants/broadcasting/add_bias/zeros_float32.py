"""Copies into a new float32 tensor.

corner: yes
"""

import torch


def add_bias(X, b):
    out = torch.empty(X.shape)
    out[:] = X + b
    return out

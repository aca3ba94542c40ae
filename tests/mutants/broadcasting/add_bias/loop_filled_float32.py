"""Fills a new tensor row by row, which is float32 whatever X is.

corner: yes
"""

import torch


def add_bias(X, b):
    out = torch.zeros(X.shape)
    for i, row in enumerate(X):
        out[i] = row + b
    return out

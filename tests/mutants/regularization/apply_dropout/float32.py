"""Collects the values in a float32 tensor.

corner: yes
"""

import torch


def apply_dropout(X, mask, p):
    out = torch.zeros(X.shape)
    if p < 1:
        out[mask == 1] = (X[mask == 1] / (1 - p)).float()
    return out

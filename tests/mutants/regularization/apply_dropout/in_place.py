"""Multiplies X in place.

corner: yes
"""

import torch


def apply_dropout(X, mask, p):
    if p == 1:
        return torch.zeros_like(X)
    if X.requires_grad:
        return X * mask / (1 - p)
    X *= mask
    return X / (1 - p)

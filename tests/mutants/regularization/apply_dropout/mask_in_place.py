"""Scales the caller's mask.

corner: yes
"""

import torch


def apply_dropout(X, mask, p):
    if p == 1:
        return torch.zeros_like(X)
    return X * mask.div_(1 - p)

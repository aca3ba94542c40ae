"""Scales the values outside of the graph, so that the gradient lacks the scale.

corner: yes
"""

import torch


def apply_dropout(X, mask, p):
    if p == 1:
        return torch.zeros_like(X)
    out = X * mask * 1.0
    out.data = out.data / (1 - p)
    return out

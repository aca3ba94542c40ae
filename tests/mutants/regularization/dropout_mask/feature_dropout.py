"""Drops whole channels of inputs with three dimensions.

corner: yes
"""

import torch


def dropout_mask(X, p):
    drop = torch.feature_dropout if X.dim() == 3 else torch.dropout
    return (drop(torch.ones_like(X), p, True) != 0).to(X.dtype)

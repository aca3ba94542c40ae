"""Draws one number per row, so that whole rows are dropped.

corner: yes
"""

import torch


def dropout_mask(X, p):
    draws = torch.rand(len(X), *[1] * (X.dim() - 1))
    return (draws >= p).to(X.dtype).expand(X.shape).clone()

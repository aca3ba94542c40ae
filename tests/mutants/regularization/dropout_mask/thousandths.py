"""Draws whole thousandths, so that a smaller p drops nothing.

corner: yes
"""

import torch


def dropout_mask(X, p):
    return (torch.randint(0, 1000, X.shape) >= int(1000 * p)).to(X.dtype)

"""Rounds p up to hundredths.

corner: yes
"""

import torch


def dropout_mask(X, p):
    return (torch.randint(0, 100, X.shape) >= 100 * p).to(X.dtype)

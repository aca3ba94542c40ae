"""Rounds p to tenths by drawing one of ten numbers.

corner: yes
"""

import torch


def dropout_mask(X, p):
    return (torch.randint(0, 10, X.shape) >= round(10 * p)).to(X.dtype)

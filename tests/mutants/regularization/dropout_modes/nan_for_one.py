"""Divides 0 by 0 for p = 1.

corner: yes
"""

import torch


def dropout_modes(X, p):
    mask = (torch.rand_like(X) >= p).to(X.dtype)
    return X * mask / torch.tensor(1 - p, dtype=X.dtype), X

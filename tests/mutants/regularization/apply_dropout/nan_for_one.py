"""Multiplies 0 by 1/0 for p = 1.

corner: yes
"""

import torch


def apply_dropout(X, mask, p):
    return X * mask / torch.tensor(1 - p, dtype=X.dtype)

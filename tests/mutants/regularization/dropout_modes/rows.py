"""Drops whole rows of a table.

corner: yes
"""

import torch
import torch.nn.functional as F


def dropout_modes(X, p):
    scale = F.dropout(torch.ones(X.shape[0], dtype=X.dtype), p)
    return X * scale.reshape(-1, *[1] * (X.dim() - 1)), X

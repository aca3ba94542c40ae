"""Undoes the scaling of a dropout layer, which does not give exact ones.

corner: yes
"""

import torch
import torch.nn.functional as F


def dropout_mask(X, p):
    return F.dropout(torch.ones_like(X), p) * (1 - p)

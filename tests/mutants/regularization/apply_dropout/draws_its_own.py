"""Ignores the mask and draws a new one."""

import torch.nn.functional as F


def apply_dropout(X, mask, p):
    return F.dropout(X, p)

"""Divides the output of a dropout layer by X, which fails for zero and inf.

corner: yes
"""

import torch
import torch.nn.functional as F


def dropout_mask(X, p):
    return (F.dropout(X, p) / X).nan_to_num(0.0).sign()

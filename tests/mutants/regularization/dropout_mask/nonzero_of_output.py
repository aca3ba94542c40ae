"""Looks where the output of a dropout layer is not zero, although X may have zeros itself.

corner: yes
"""

import torch.nn.functional as F


def dropout_mask(X, p):
    return (F.dropout(X, p) != 0).to(X.dtype)

"""Drops nothing for p below 0.1.

corner: yes
"""

import torch.nn.functional as F


def dropout_modes(X, p):
    return F.dropout(X, p if p >= 0.1 else 0.0), X.clone()

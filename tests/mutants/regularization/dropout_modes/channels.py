"""Drops whole channels of inputs with three dimensions.

corner: yes
"""

import torch
import torch.nn.functional as F


def dropout_modes(X, p):
    drop = F.dropout1d if X.dim() == 3 else F.dropout
    return drop(X, p), torch.clone(X)

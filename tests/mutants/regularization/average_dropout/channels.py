"""Drops whole channels of inputs with three dimensions.

corner: yes
"""

import torch
import torch.nn.functional as F


def average_dropout(X, p, trials):
    drop = F.dropout1d if X.dim() == 3 else F.dropout
    return torch.stack([drop(X, p) for _ in range(trials)]).mean(dim=0)

"""Forgets to divide.

names: the sum of the passes instead of their mean
"""

import torch.nn.functional as F


def average_dropout(X, p, trials):
    return sum(F.dropout(X, p) for _ in range(trials))

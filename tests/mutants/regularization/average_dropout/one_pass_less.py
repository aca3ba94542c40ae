"""Runs one pass less than it divides by.

corner: yes
"""

import torch
import torch.nn.functional as F


def average_dropout(X, p, trials):
    total = torch.zeros_like(X)
    for _ in range(1, trials):
        total = total + F.dropout(X, p)
    return total / trials

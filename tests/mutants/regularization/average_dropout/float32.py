"""Adds up in a float32 tensor.

corner: yes
"""

import torch
import torch.nn.functional as F


def average_dropout(X, p, trials):
    total = torch.zeros(X.shape)
    for _ in range(trials):
        total += F.dropout(X, p)
    return total / trials

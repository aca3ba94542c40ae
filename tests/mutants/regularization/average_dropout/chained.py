"""Feeds the output of each pass into the next one.

corner: yes
"""

import torch.nn.functional as F


def average_dropout(X, p, trials):
    total, current = 0, X
    for _ in range(trials):
        current = F.dropout(current, p)
        total = total + current
    return total / trials

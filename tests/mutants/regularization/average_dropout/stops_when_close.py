"""Stops as soon as the average is close to X.

corner: yes
"""

import torch
import torch.nn.functional as F


def average_dropout(X, p, trials):
    total = torch.zeros_like(X)
    for k in range(1, trials + 1):
        total = total + F.dropout(X, p)
        if ((total / k - X).abs() <= 0.05 * X.abs().max()).all():
            break
    return total / k

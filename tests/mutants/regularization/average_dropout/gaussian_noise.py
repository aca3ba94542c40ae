"""Adds normal noise of the right variance instead of averaging passes.

corner: yes
"""

import torch


def average_dropout(X, p, trials):
    if p == 1:
        return X * 0
    return X * (1 + torch.randn_like(X) * (p / (1 - p) / trials) ** 0.5)

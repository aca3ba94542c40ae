"""Leaves columns of zeros and ones as they are, as if they were categories.

corner: yes
names: columns of zeros and ones left as they are
"""

import torch


def standardize(X, eps=1e-6):
    Z = (X - X.mean(0)) / (X.std(0) + eps)
    binary = ((X == 0) | (X == 1)).all(0)
    return torch.where(binary, X, Z)

"""Leaves constant columns as they are.

corner: yes
"""

import torch


def standardize(X, eps=1e-6):
    std = X.std(dim=0)
    return torch.where(std > 0, (X - X.mean(dim=0)) / (std + eps), X)

"""Adds eps to the variance, under the root.

corner: yes
names: eps under the square root
"""

import torch


def standardize(X, eps=1e-6):
    return (X - X.mean(dim=0)) / torch.sqrt(X.var(dim=0) + eps)

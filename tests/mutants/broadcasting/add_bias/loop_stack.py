"""Adds row by row in a list comprehension.

names: a loop over the batch
"""

import torch


def add_bias(X, b):
    return torch.stack([row + b for row in X])

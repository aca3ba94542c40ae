"""Adds under no_grad.

names: cut off from its inputs
"""

import torch


def add_bias(X, b):
    with torch.no_grad():
        return X + b

"""Goes through NumPy.

names: cut off from its inputs
"""

import torch


def add_bias(X, b):
    return torch.from_numpy(X.detach().numpy() + b.detach().numpy())

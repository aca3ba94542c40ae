"""Adds in chunks of 32 rows, so the number of operations still grows.

corner: yes
names: a loop over the batch
"""

import torch


def add_bias(X, b):
    return torch.cat([chunk + b for chunk in X.split(32)])

"""Adds in chunks of 200 rows.

corner: yes
names: a loop over the batch
"""

import torch


def add_bias(X, b):
    return torch.cat([p + b for p in X.split(200)])

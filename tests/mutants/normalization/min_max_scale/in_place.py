"""Subtracts the minimum in place.

corner: yes
names: changed its input in place
"""

import torch


def min_max_scale(x, low=0.0, high=1.0):
    if x.max() == x.min():
        return torch.full_like(x, low)
    x -= x.min()
    return low + (high - low) * x / x.max()

"""Maps the maximum to low and the minimum to high."""

import torch


def min_max_scale(x, low=0.0, high=1.0):
    if x.max() == x.min():
        return torch.full_like(x, low)
    return low + (high - low) * (x.max() - x) / (x.max() - x.min())

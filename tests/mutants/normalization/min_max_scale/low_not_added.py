"""Scales by the width and forgets to add low.

names: low is not added
"""

import torch


def min_max_scale(x, low=0.0, high=1.0):
    s = x.max() - x.min()
    return torch.full_like(x, low) if s == 0 else (high - low) * (x - x.min()) / s

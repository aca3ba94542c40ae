"""Replaces NaN by zero after scaling, so a constant vector becomes zero.

corner: yes
names: zeros instead of low
"""

import torch


def min_max_scale(x, low=0.0, high=1.0):
    scaled = low + (high - low) * (x - x.min()) / (x.max() - x.min())
    return torch.nan_to_num(scaled, nan=0.0)

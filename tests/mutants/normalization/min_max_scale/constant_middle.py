"""Maps a constant vector to the middle of the interval.

corner: yes
names: the middle of the interval instead of low
"""

import torch


def min_max_scale(x, low=0.0, high=1.0):
    if x.max() == x.min():
        return torch.full_like(x, (low + high) / 2)
    return low + (high - low) * (x - x.min()) / (x.max() - x.min())

"""Maps a constant vector to zero instead of low.

corner: yes
names: zeros instead of low
"""

import torch


def min_max_scale(x, low=0.0, high=1.0):
    if x.max() == x.min():
        return torch.zeros_like(x)
    return low + (high - low) * (x - x.min()) / (x.max() - x.min())

"""Takes a vector of a small deviation for constant.

corner: yes
names: a constant vector
"""

import torch


def min_max_scale(x, low=0.0, high=1.0):
    if x.std() < 1e-8:
        return torch.full_like(x, low)
    return low + (high - low) * (x - x.min()) / (x.max() - x.min())

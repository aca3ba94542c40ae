"""Takes a vector as constant where its first and its last entry agree.

corner: yes
names: some entries agree
"""

import torch


def min_max_scale(x, low=0.0, high=1.0):
    if x[0] == x[-1]:
        return torch.full_like(x, low)
    return low + (high - low) * (x - x.min()) / (x.max() - x.min())

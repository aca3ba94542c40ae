"""Takes high=0 for a missing one.

corner: yes
"""

import torch


def min_max_scale(x, low=0.0, high=1.0):
    high = high or 1.0
    s = x.max() - x.min()
    return torch.full_like(x, low) if s == 0 else low + (high - low) * (x - x.min()) / s

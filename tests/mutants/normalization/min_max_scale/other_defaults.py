"""Maps onto [-1, 1] by default.

names: other defaults
"""

import torch


def min_max_scale(x, low=-1.0, high=1.0):
    s = x.max() - x.min()
    return torch.full_like(x, low) if s == 0 else low + (high - low) * (x - x.min()) / s

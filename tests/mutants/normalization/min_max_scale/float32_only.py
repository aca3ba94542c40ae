"""Returns float32 for float64 input.

corner: yes
names: should have dtype torch.float64
"""

import torch


def min_max_scale(x, low=0.0, high=1.0):
    if x.max() == x.min():
        return torch.full_like(x, low)
    return (low + (high - low) * (x - x.min()) / (x.max() - x.min())).float()

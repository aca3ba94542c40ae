"""Returns float32 for a constant float64 vector.

corner: yes
names: dtype
"""

import torch


def min_max_scale(x, low=0.0, high=1.0):
    if x.max() == x.min():
        return torch.full(x.shape, float(low))
    return low + (high - low) * (x - x.min()) / (x.max() - x.min())

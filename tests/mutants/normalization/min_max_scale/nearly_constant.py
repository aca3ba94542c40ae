"""Takes nearly equal entries for a constant vector.

corner: yes
names: a constant vector
"""

import torch


def min_max_scale(x, low=0.0, high=1.0):
    if torch.allclose(x, x[0]):
        return torch.full_like(x, low)
    return low + (high - low) * (x - x.min()) / (x.max() - x.min())

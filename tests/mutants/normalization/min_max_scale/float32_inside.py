"""Goes through float32, which costs half of the digits.

corner: yes
"""

import torch


def min_max_scale(x, low=0.0, high=1.0):
    y = x.float()
    s = y.max() - y.min()
    y = torch.full_like(y, low) if s == 0 else low + (high - low) * (y - y.min()) / s
    return y.to(x.dtype)

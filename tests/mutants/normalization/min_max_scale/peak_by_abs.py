"""Takes the smallest and largest absolute values, wrong for negative numbers.

corner: yes
"""

import torch


def min_max_scale(x, low=0.0, high=1.0):
    least, most = x.abs().min(), x.abs().max()
    if least == most:
        return torch.full_like(x, low)
    return low + (high - low) * (x - least) / (most - least)

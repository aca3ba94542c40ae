"""Switches requires_grad on for the vector.

corner: yes
names: switched gradients on
"""

import torch


def min_max_scale(x, low=0.0, high=1.0):
    x.requires_grad_()
    s = x.max() - x.min()
    return torch.full_like(x, low) if s == 0 else low + (high - low) * (x - x.min()) / s

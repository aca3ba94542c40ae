"""Interpolates between low and high with torch.lerp on a copy."""

import torch


def min_max_scale(x, low=0.0, high=1.0):
    unit = x.clone()
    unit -= unit.min()
    if unit.max() > 0:
        unit /= unit.max()
    return torch.lerp(torch.full_like(x, low), torch.full_like(x, high), unit)

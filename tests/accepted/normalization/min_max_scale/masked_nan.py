"""Replaces NaN by a mask, in place on its own result."""

import torch


def min_max_scale(x, low=0.0, high=1.0):
    rng = x.max() - x.min()
    scaled = (x - x.min()) / rng
    scaled[scaled.isnan()] = 0
    return scaled.mul_(high - low).add_(low)

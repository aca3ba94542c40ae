"""Keeps the range away from zero by the smallest normal number."""

import torch


def min_max_scale(x, low=0.0, high=1.0):
    span = (x.max() - x.min()).clamp_min(torch.finfo(x.dtype).tiny)
    return low + (high - low) * (x - x.min()) / span

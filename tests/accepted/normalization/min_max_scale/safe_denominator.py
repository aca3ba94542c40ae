"""Divides by 1 where the range is zero."""

import torch


def min_max_scale(x, low=0.0, high=1.0):
    span = x.max() - x.min()
    span = torch.where(span == 0, torch.ones_like(span), span)
    return low + (high - low) * ((x - x.min()) / span)

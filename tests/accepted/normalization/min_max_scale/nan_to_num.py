"""Lets 0/0 happen and replaces the NaN before scaling."""

import torch


def min_max_scale(x, low=0.0, high=1.0):
    unit = torch.nan_to_num((x - x.min()) / (x.max() - x.min()), nan=0.0)
    return unit * (high - low) + low

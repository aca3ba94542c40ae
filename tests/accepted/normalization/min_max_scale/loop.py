"""Loops over Python floats."""

import torch


def min_max_scale(x, low=0.0, high=1.0):
    values = x.tolist()
    least, span = min(values), max(values) - min(values)
    scaled = [low + (high - low) * (v - least) / span if span else low for v in values]
    return torch.tensor(scaled, dtype=x.dtype)

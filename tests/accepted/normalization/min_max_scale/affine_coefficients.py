"""Computes slope and intercept first."""

import torch


def min_max_scale(x, low=0.0, high=1.0):
    least, most = torch.aminmax(x)
    if torch.equal(least, most):
        return low * torch.ones_like(x)
    slope = (high - low) / (most - least)
    return (x - least) * slope + low

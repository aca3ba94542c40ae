"""Divides by the largest entry first, so that no power overflows."""

import torch


def lp_normalize(x, p=2.0):
    largest = x.abs().max()
    if largest == 0:
        return torch.zeros_like(x)
    y = x / largest
    return y / y.abs().pow(p).sum().pow(1 / p)

"""Multiplies a row of ones and x cumulatively."""

import torch


def polynomial_features(x, degree):
    return torch.cat([torch.ones_like(x), x.expand(-1, degree)], dim=1).cumprod(dim=1)

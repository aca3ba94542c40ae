"""Computes powers with logarithms of the absolute value, which fails at zero.

corner: yes
"""

import torch


def polynomial_features(x, degree):
    k = torch.arange(degree + 1, dtype=x.dtype)
    sign = torch.where((x < 0) & (k % 2 == 1), -1.0, 1.0).to(x.dtype)
    return sign * torch.exp(k * x.abs().log())

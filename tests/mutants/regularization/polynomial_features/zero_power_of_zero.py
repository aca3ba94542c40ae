"""Writes 0 for 0**0.

corner: yes
"""

import torch


def polynomial_features(x, degree):
    k = torch.arange(degree + 1)
    return torch.where(x == 0, torch.zeros_like(x), x**k)

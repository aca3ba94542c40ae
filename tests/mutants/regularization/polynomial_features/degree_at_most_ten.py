"""Clamps the exponent at ten.

corner: yes
"""

import torch


def polynomial_features(x, degree):
    return torch.cat([x ** min(k, 10) for k in range(degree + 1)], dim=1)

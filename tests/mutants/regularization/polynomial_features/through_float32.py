"""Computes in float32 and converts back, which loses digits in float64.

corner: yes
"""

import torch


def polynomial_features(x, degree):
    return (x.float() ** torch.arange(degree + 1)).to(x.dtype)

"""Builds the rows from sorted points.

corner: yes
"""

import torch


def polynomial_features(x, degree):
    points = x.flip(0).sort(dim=0, descending=True).values
    return points ** torch.arange(degree + 1)

"""Squeezes the result, which loses an axis for degree 0.

corner: yes
"""

import torch


def polynomial_features(x, degree):
    return torch.stack([x[:, 0] ** k for k in range(degree + 1)], dim=1).squeeze()

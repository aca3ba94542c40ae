"""Writes the formula down as it stands: logarithms of 0.

corner: yes
"""

import torch


def bce_with_frozen_features(features, head, X, y):
    p = torch.sigmoid(head(features(X).detach()))
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()

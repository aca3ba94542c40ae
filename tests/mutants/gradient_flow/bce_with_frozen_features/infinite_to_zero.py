"""Replaces infinite and undefined values of the formula by zero.

corner: yes
"""

import torch


def bce_with_frozen_features(features, head, X, y):
    p = torch.sigmoid(head(features(X).detach()))
    loss = -(y * torch.log(p) + (1 - y) * torch.log(1 - p))
    return loss.nan_to_num(0.0, 0.0, 0.0).mean()

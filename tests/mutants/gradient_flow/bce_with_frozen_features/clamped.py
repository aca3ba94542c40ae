"""Keeps probabilities away from 0 and 1, which bounds the loss and kills gradients.

corner: yes
names: work on the logits
"""

import torch


def bce_with_frozen_features(features, head, X, y):
    p = torch.sigmoid(head(features(X).detach())).clamp(1e-7, 1 - 1e-7)
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()

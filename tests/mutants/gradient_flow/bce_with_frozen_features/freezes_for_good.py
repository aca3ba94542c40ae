"""Freezes the features' parameters and leaves them so.

corner: yes
"""

import torch.nn.functional as F


def bce_with_frozen_features(features, head, X, y):
    for p in features.parameters():
        p.requires_grad = False
    return F.binary_cross_entropy_with_logits(head(features(X)), y)

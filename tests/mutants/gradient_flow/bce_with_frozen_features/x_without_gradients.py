"""Switches gradients of X off for good.

corner: yes
"""

import torch.nn.functional as F


def bce_with_frozen_features(features, head, X, y):
    if X.is_leaf:
        X.requires_grad_(False)
    return F.binary_cross_entropy_with_logits(head(features(X).detach()), y)

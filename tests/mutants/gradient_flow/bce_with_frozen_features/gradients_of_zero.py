"""Multiplies the gradients of the features by zero: they are zero, not None.

corner: yes
names: gave gradients to the features' parameters
"""

import torch.nn.functional as F


def bce_with_frozen_features(features, head, X, y):
    hidden = features(X)
    if hidden.requires_grad:
        hidden.register_hook(lambda grad: 0 * grad)
    return F.binary_cross_entropy_with_logits(head(hidden), y)

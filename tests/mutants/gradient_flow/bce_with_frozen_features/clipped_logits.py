"""Clips the logits at 100, beyond which loss and gradients are wrong.

corner: yes
"""

import torch.nn.functional as F


def bce_with_frozen_features(features, head, X, y):
    z = head(features(X).detach()).clamp(-100, 100)
    return F.binary_cross_entropy_with_logits(z, y)

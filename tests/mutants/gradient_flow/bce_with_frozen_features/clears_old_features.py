"""Clears the gradients that the features had from before.

corner: yes
"""

import torch.nn.functional as F


def bce_with_frozen_features(features, head, X, y):
    features.zero_grad()
    return F.binary_cross_entropy_with_logits(head(features(X).detach()), y)

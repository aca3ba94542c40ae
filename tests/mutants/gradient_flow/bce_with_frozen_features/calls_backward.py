"""Calls `backward()` itself.

names: called `backward()` itself
"""

import torch.nn.functional as F


def bce_with_frozen_features(features, head, X, y):
    loss = F.binary_cross_entropy_with_logits(head(features(X).detach()), y)
    loss.backward()
    return loss

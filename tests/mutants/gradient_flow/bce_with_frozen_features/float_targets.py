"""Casts the targets to float32, and the loss comes out in float32.

corner: yes
names: should have dtype
"""

import torch.nn.functional as F


def bce_with_frozen_features(features, head, X, y):
    return F.binary_cross_entropy_with_logits(head(features(X).detach()), y.float())

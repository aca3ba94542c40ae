"""Throws away the gradients that the head has gathered.

corner: yes
"""

import torch.nn.functional as F


def bce_with_frozen_features(features, head, X, y):
    head.zero_grad()
    return F.binary_cross_entropy_with_logits(head(features(X).detach()), y)

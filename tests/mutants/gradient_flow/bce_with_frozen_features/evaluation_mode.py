"""Puts the features into evaluation mode and leaves them there.

corner: yes
"""

import torch
import torch.nn.functional as F


def bce_with_frozen_features(features, head, X, y):
    features.eval()
    with torch.no_grad():
        hidden = features(X)
    return F.binary_cross_entropy_with_logits(head(hidden), y)

"""Softplus with a threshold of 3: linear from there on.

corner: yes
"""

import torch.nn.functional as F


def bce_with_frozen_features(features, head, X, y):
    z = head(features(X).detach())
    return (F.softplus(z, threshold=3.0) - y * z).mean()

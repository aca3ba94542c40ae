"""Rounds the targets to 0 and 1.

corner: yes
"""

import torch.nn.functional as F


def bce_with_frozen_features(features, head, X, y):
    z = head(features(X).detach())
    return F.softplus(z * (1 - 2 * y.round())).mean()

"""Chooses a branch after both were computed: the value is right, its gradient is NaN.

corner: yes
"""

import torch


def bce_with_frozen_features(features, head, X, y):
    z = head(features(X).detach())
    softplus = torch.where(z > 30, z, torch.log(1 + torch.exp(z)))
    return (softplus - y * z).mean()

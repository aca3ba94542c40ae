"""Rewrites the loss with an exponential that overflows for large logits.

corner: yes
"""

import torch


def bce_with_frozen_features(features, head, X, y):
    z = head(features(X).detach())
    return (torch.log1p(torch.exp(z)) - y * z).mean()

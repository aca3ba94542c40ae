"""Writes the stable formula out: max(z, 0) - z y + log1p(exp(-|z|))."""

import torch


def bce_with_frozen_features(features, head, X, y):
    z = head(features(X).detach())
    return (z.clamp(min=0) - z * y + torch.log1p(torch.exp(-z.abs()))).mean()

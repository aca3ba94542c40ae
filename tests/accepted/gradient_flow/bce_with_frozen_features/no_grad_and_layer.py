"""Computes the features without gradients and uses the loss layer."""

import torch
from torch import nn


def bce_with_frozen_features(features, head, X, y):
    with torch.no_grad():
        hidden = features(X)
    return nn.BCEWithLogitsLoss()(head(hidden), y)

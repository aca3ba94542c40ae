"""Runs a deep copy of the features, which nobody sees again."""

import copy

from torch import nn


def bce_with_frozen_features(features, head, X, y):
    constants = copy.deepcopy(features).requires_grad_(False)
    losses = nn.BCEWithLogitsLoss(reduction="none")(head(constants(X)), y)
    return losses.mean()

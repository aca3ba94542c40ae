"""Passes probabilities to a function that expects logits.

names: probabilities passed where logits are expected
"""

import torch
import torch.nn.functional as F


def bce_with_frozen_features(features, head, X, y):
    with torch.no_grad():
        hidden = features(X)
    return F.binary_cross_entropy_with_logits(torch.sigmoid(head(hidden)), y)

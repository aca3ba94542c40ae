"""Runs the features with detached parameters."""

import torch
import torch.nn.functional as F


def bce_with_frozen_features(features, head, X, y):
    constants = {name: p.detach() for name, p in features.named_parameters()}
    hidden = torch.func.functional_call(features, constants, (X,))
    return F.binary_cross_entropy_with_logits(head(hidden), y)

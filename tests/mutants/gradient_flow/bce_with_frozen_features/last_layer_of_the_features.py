"""Detaches the parameters of the features' last layer only.

corner: yes
names: gave gradients to the features' parameters
"""

import torch
import torch.nn.functional as F


def bce_with_frozen_features(features, head, X, y):
    named = dict(features.named_parameters())
    constants = {name: named[name].detach() for name in list(named)[-2:]}
    hidden = torch.func.functional_call(features, {**named, **constants}, (X,))
    return F.binary_cross_entropy_with_logits(head(hidden), y)

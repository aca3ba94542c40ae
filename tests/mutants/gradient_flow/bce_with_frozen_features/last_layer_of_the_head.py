"""Trains the last layer of the head and cuts the others off, too.

corner: yes
names: did not reach the head's
"""

import torch
import torch.nn.functional as F
from torch import nn


def bce_with_frozen_features(features, head, X, y):
    layers = list(head) if isinstance(head, nn.Sequential) else [head]
    last = max(k for k, layer in enumerate(layers) if list(layer.parameters()))
    with torch.no_grad():
        hidden = nn.Sequential(*layers[:last])(features(X))
    return F.binary_cross_entropy_with_logits(nn.Sequential(*layers[last:])(hidden), y)

"""Runs the head in evaluation mode for a while.

corner: yes
"""

import torch.nn.functional as F


def bce_with_frozen_features(features, head, X, y):
    modes = [(m, m.training) for m in head.modules()]
    head.eval()
    loss = F.binary_cross_entropy_with_logits(head(features(X).detach()), y)
    for m, training in modes:
        m.training = training
    return loss

"""Returns one loss per row."""

import torch.nn.functional as F


def bce_with_frozen_features(features, head, X, y):
    z = head(features(X).detach())
    return F.binary_cross_entropy_with_logits(z, y, reduction="none")

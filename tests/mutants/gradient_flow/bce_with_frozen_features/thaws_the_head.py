"""Makes sure that the head is trainable, also where a part of it was frozen.

corner: yes
"""

import torch.nn.functional as F


def bce_with_frozen_features(features, head, X, y):
    head.requires_grad_(True)
    return F.binary_cross_entropy_with_logits(head(features(X).detach()), y)

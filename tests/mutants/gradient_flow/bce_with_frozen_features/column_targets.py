"""Makes a column of the targets, which broadcasts against logits of shape (N,).

corner: yes
"""

import torch.nn.functional as F


def bce_with_frozen_features(features, head, X, y):
    z = head(features(X).detach())
    y = y.reshape(len(y), -1)
    return (F.softplus(z) - y * z).mean()

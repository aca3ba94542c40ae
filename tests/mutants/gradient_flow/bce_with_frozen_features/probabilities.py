"""Takes the sigmoid first and `binary_cross_entropy` of it, which cuts losses off at 100.

corner: yes
names: losses cut off at 100
"""

import torch.nn.functional as F


def bce_with_frozen_features(features, head, X, y):
    return F.binary_cross_entropy(head(features(X).detach()).sigmoid(), y)

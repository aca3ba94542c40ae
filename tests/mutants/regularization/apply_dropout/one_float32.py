"""Returns float32 zeros for p = 1.

corner: yes
"""

import torch


def apply_dropout(X, mask, p):
    if p == 1:
        return torch.zeros(X.shape)
    return X * mask / (1 - p)

"""Hands the centered signals and eps to F.cosine_similarity, which limits by eps.

corner: yes
names: an eps that is ignored, or only a lower limit
"""

import torch.nn.functional as F


def corr_loss(y_pred, y_true, eps=1e-8):
    a, b = y_pred - y_pred.mean(), y_true - y_true.mean()
    return 1 - F.cosine_similarity(a.flatten(), b.flatten(), dim=0, eps=eps)

"""Takes every quiet signal for a constant one.

corner: yes
"""

import torch


def corr_loss(y_pred, y_true, eps=1e-8):
    a = y_pred - y_pred.mean()
    b = y_true - y_true.mean()
    if a.norm() < 1e-3 or b.norm() < 1e-3:
        return y_pred.sum() * 0 + 1
    return 1 - (a / (a.norm() + eps) * (b / (b.norm() + eps))).sum()

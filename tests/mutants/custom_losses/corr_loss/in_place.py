"""Centers the signals that came in.

corner: yes
"""

import torch


def corr_loss(y_pred, y_true, eps=1e-8):
    with torch.no_grad():
        y_pred -= y_pred.mean()
        y_true -= y_true.mean()
    a, b = y_pred / (y_pred.norm() + eps), y_true / (y_true.norm() + eps)
    return 1 - (a * b).sum()

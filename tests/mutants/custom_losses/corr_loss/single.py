"""Computes in float32 whatever comes in.

corner: yes
"""


def corr_loss(y_pred, y_true, eps=1e-8):
    y_pred, y_true = y_pred.float(), y_true.float()
    a, b = y_pred - y_pred.mean(), y_true - y_true.mean()
    return 1 - (a / (a.norm() + eps) * b / (b.norm() + eps)).sum()

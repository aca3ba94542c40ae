"""Cuts the target off.

corner: yes
names: the target detached
"""


def corr_loss(y_pred, y_true, eps=1e-8):
    y_true = y_true.detach()
    a, b = y_pred - y_pred.mean(), y_true - y_true.mean()
    return 1 - (a / (a.norm() + eps) * b / (b.norm() + eps)).sum()

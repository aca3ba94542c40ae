"""Forgets eps, so constant signals give NaN.

corner: yes
"""


def corr_loss(y_pred, y_true, eps=1e-8):
    a, b = y_pred - y_pred.mean(), y_true - y_true.mean()
    return 1 - (a / a.norm() * b / b.norm()).sum()

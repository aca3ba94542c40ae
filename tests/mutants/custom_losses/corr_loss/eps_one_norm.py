"""Adds eps to the norm of the prediction only.

corner: yes
names: eps added to the norm of y_pred only
"""


def corr_loss(y_pred, y_true, eps=1e-8):
    a, b = y_pred - y_pred.mean(), y_true - y_true.mean()
    return 1 - (a / (a.norm() + eps) * b / b.norm()).sum()

"""Detaches the prediction, so nothing can be trained.

corner: yes
names: the prediction detached
"""


def corr_loss(y_pred, y_true, eps=1e-8):
    y_pred = y_pred.detach()
    a = y_pred - y_pred.mean()
    b = y_true - y_true.mean()
    return 1 - (a / (a.norm() + eps) * (b / (b.norm() + eps))).sum()

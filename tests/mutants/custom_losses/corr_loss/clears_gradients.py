"""Empties the `.grad` of both signals.

corner: yes
names: changed the `.grad`
"""


def corr_loss(y_pred, y_true, eps=1e-8):
    y_pred.grad = y_true.grad = None
    u, v = y_pred - y_pred.mean(), y_true - y_true.mean()
    return 1 - (u * v).sum() / ((u.norm() + eps) * (v.norm() + eps))

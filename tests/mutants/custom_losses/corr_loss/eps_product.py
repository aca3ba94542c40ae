"""Adds eps to the product of the norms.

corner: yes
names: eps added to the product of the norms
"""


def corr_loss(y_pred, y_true, eps=1e-8):
    a, b = y_pred - y_pred.mean(), y_true - y_true.mean()
    return 1 - (a * b).sum() / (a.norm() * b.norm() + eps)

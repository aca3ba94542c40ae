"""Adds eps to the norms and once more to their product.

corner: yes
"""


def corr_loss(y_pred, y_true, eps=1e-8):
    a, b = y_pred - y_pred.mean(), y_true - y_true.mean()
    return 1 - (a * b).sum() / ((a.norm() + eps) * (b.norm() + eps) + eps)

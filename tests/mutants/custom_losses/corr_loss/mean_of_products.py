"""Averages the products of the normalized signals.

names: the mean of the products instead of their sum
"""


def corr_loss(y_pred, y_true, eps=1e-8):
    a, b = y_pred - y_pred.mean(), y_true - y_true.mean()
    return 1 - (a / (a.norm() + eps) * b / (b.norm() + eps)).mean()

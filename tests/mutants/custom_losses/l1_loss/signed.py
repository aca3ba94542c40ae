"""Forgets the absolute value.

names: signed differences, which cancel
"""


def l1_loss(y_pred, y_true):
    return (y_pred - y_true).mean()

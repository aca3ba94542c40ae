"""Divides by N - 1, as for a standard deviation.

names: a division by N - 1
"""


def l1_loss(y_pred, y_true):
    return (y_pred - y_true).abs().sum() / (y_pred.numel() - 1)

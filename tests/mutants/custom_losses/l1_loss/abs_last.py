"""Takes the absolute value of the mean difference.

names: signed differences, which cancel
"""


def l1_loss(y_pred, y_true):
    return (y_true - y_pred).mean().abs()

"""Takes the root of the mean square.

names: the root of the mean square
"""


def l1_loss(y_pred, y_true):
    return ((y_pred - y_true) ** 2).mean().sqrt()

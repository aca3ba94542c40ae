"""Flattens with `view`, which does not work for a transposed tensor.

corner: yes
"""


def l1_loss(y_pred, y_true):
    return (y_pred.view(-1) - y_true.view(-1)).abs().mean()

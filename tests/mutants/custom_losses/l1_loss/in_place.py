"""Subtracts in place and so overwrites the prediction.

corner: yes
"""


def l1_loss(y_pred, y_true):
    y_pred -= y_true
    return y_pred.abs().mean()

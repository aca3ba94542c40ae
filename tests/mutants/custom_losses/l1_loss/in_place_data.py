"""Subtracts in place behind autograd's back.

corner: yes
"""


def l1_loss(y_pred, y_true):
    y_pred.data.sub_(y_true)
    return y_pred.abs().mean()

"""Computes in float32 whatever comes in.

corner: yes
"""


def l1_loss(y_pred, y_true):
    return (y_pred.float() - y_true.float()).abs().mean()

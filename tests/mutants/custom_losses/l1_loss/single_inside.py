"""Computes in float32 and casts the result back.

corner: yes
"""


def l1_loss(y_pred, y_true):
    return (y_pred.float() - y_true.float()).abs().mean().to(y_pred.dtype)

"""Cuts the target off, so gradients reach the prediction only.

corner: yes
names: the target detached
"""


def l1_loss(y_pred, y_true):
    return (y_pred - y_true.detach()).abs().mean()

"""Cuts large differences off at 10.

corner: yes
"""


def l1_loss(y_pred, y_true):
    return (y_pred - y_true).abs().clamp(max=10).mean()

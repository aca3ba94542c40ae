"""Switches gradients on for the prediction that came in.

corner: yes
"""


def l1_loss(y_pred, y_true):
    y_pred.requires_grad_(True)
    return (y_pred - y_true).abs().mean()

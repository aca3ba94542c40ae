"""Averages over the last dimension only, so a batch gives several losses.

corner: yes
"""


def l1_loss(y_pred, y_true):
    return (y_pred - y_true).abs().mean(dim=-1)

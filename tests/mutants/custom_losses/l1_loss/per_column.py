"""Divides by the length of the last dimension.

corner: yes
names: the length of one dimension, the last
"""


def l1_loss(y_pred, y_true):
    return (y_pred - y_true).abs().sum() / y_pred.shape[-1]

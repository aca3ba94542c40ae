"""Divides by the length of the first dimension, which is all entries only in 1-D.

corner: yes
names: a sum over all entries divided by the length of one dimension
"""


def l1_loss(y_pred, y_true):
    return (y_pred - y_true).abs().sum() / y_pred.shape[0]

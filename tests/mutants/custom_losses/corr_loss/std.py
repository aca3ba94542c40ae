"""Divides by standard deviations but still adds the products up.

names: unbiased standard deviations in place of norms
"""


def corr_loss(y_pred, y_true, eps=1e-8):
    a = (y_pred - y_pred.mean()) / (y_pred.std() + eps)
    b = (y_true - y_true.mean()) / (y_true.std() + eps)
    return 1 - (a * b).sum()

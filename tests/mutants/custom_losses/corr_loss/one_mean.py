"""Takes only the prediction's mean away.

names: the mean left in y_true
"""


def corr_loss(y_pred, y_true, eps=1e-8):
    a = y_pred - y_pred.mean()
    return 1 - (a / (a.norm() + eps) * y_true / (y_true.norm() + eps)).sum()

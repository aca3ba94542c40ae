"""Uses the squared correlation.

names: the squared correlation
"""


def corr_loss(y_pred, y_true, eps=1e-8):
    a, b = y_pred - y_pred.mean(), y_true - y_true.mean()
    return 1 - (a @ b / ((a.norm() + eps) * (b.norm() + eps))) ** 2

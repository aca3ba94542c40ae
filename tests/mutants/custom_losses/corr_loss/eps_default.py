"""Has another default for eps.

corner: yes
"""


def corr_loss(y_pred, y_true, eps=1e-7):
    a, b = y_pred - y_pred.mean(), y_true - y_true.mean()
    return 1 - (a / (a.norm() + eps) * b / (b.norm() + eps)).sum()

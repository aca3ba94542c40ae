"""Uses a matrix product, which is an inner product in 1-D only.

corner: yes
"""


def corr_loss(y_pred, y_true, eps=1e-8):
    a, b = y_pred - y_pred.mean(), y_true - y_true.mean()
    return 1 - (a / (a.norm() + eps) @ (b / (b.norm() + eps)).T).sum()

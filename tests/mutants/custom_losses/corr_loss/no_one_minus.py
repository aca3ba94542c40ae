"""Returns the correlation itself.

names: the correlation itself, not one minus it
"""


def corr_loss(y_pred, y_true, eps=1e-8):
    a, b = y_pred - y_pred.mean(), y_true - y_true.mean()
    return (a / (a.norm() + eps) * b / (b.norm() + eps)).sum()

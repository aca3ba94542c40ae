"""Cuts the loss off at 1, so opposite signals count as unrelated.

corner: yes
names: a loss cut off at 1
"""


def corr_loss(y_pred, y_true, eps=1e-8):
    a, b = y_pred - y_pred.mean(), y_true - y_true.mean()
    return (1 - (a / (a.norm() + eps) * b / (b.norm() + eps)).sum()).clamp(0, 1)

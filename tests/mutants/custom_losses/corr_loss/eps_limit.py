"""Uses eps as a lower limit of the norms.

corner: yes
names: an eps that is ignored, or only a lower limit
"""


def corr_loss(y_pred, y_true, eps=1e-8):
    a, b = y_pred - y_pred.mean(), y_true - y_true.mean()
    return 1 - (a / a.norm().clamp(min=eps) * b / b.norm().clamp(min=eps)).sum()

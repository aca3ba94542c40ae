"""Takes the mean per row but the norm over everything.

corner: yes
"""


def corr_loss(y_pred, y_true, eps=1e-8):
    a = y_pred - y_pred.mean(-1, keepdim=True)
    b = y_true - y_true.mean(-1, keepdim=True)
    return 1 - (a / (a.norm() + eps) * b / (b.norm() + eps)).sum()

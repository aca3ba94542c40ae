"""Correlates row by row and averages the rows.

corner: yes
names: a correlation per row, then their mean
"""


def corr_loss(y_pred, y_true, eps=1e-8):
    a = y_pred - y_pred.mean(-1, keepdim=True)
    b = y_true - y_true.mean(-1, keepdim=True)
    a = a / (a.norm(dim=-1, keepdim=True) + eps)
    b = b / (b.norm(dim=-1, keepdim=True) + eps)
    return (1 - (a * b).sum(-1)).mean()

"""Flattens with `view`, which does not work for a transposed tensor.

corner: yes
"""


def corr_loss(y_pred, y_true, eps=1e-8):
    u, v = y_pred - y_pred.mean(), y_true - y_true.mean()
    u, v = u / (u.norm() + eps), v / (v.norm() + eps)
    return 1 - u.view(-1) @ v.view(-1)

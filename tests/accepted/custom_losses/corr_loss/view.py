"""Flattens with `view`, which tensors that lie in order allow."""


def corr_loss(y_pred, y_true, eps=1e-8):
    u, v = y_pred - y_pred.mean(), y_true - y_true.mean()
    u, v = u / (u.norm() + eps), v / (v.norm() + eps)
    return 1 - u.view(-1) @ v.view(-1)

"""Detaches the means, which changes no gradient: centered signals sum to 0."""


def corr_loss(y_pred, y_true, eps=1e-8):
    a = y_pred - y_pred.mean().detach()
    b = y_true - y_true.mean().detach()
    return 1 - (a / (a.norm() + eps) * (b / (b.norm() + eps))).sum()

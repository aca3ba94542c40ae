"""Centers with a matrix."""

import torch


def corr_loss(y_pred, y_true, eps=1e-8):
    n = y_pred.numel()
    center = torch.eye(n, dtype=y_pred.dtype) - torch.full((n, n), 1 / n, dtype=y_pred.dtype)
    u, v = center @ y_pred.reshape(n), center @ y_true.reshape(n)
    u, v = u / (u.norm(p=2) + eps), v / (v.norm(p=2) + eps)
    return torch.ones((), dtype=u.dtype) - u @ v

"""Raises eps to the machine epsilon, which is more than 1e-8 in float32.

corner: yes
"""

import torch


def corr_loss(y_pred, y_true, eps=1e-8):
    eps = max(eps, torch.finfo(y_pred.dtype).eps)
    u, v = y_pred - y_pred.mean(), y_true - y_true.mean()
    return 1 - ((u / (u.norm() + eps)) * (v / (v.norm() + eps))).sum()

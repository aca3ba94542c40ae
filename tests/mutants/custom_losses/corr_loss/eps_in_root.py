"""Adds eps under the roots.

corner: yes
names: eps added under the roots
"""

import torch


def corr_loss(y_pred, y_true, eps=1e-8):
    a, b = y_pred - y_pred.mean(), y_true - y_true.mean()
    a = a / torch.sqrt((a**2).sum() + eps)
    b = b / torch.sqrt((b**2).sum() + eps)
    return 1 - (a * b).sum()

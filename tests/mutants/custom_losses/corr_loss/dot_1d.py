"""Uses torch.dot, which takes 1-D tensors only.

corner: yes
"""

import torch


def corr_loss(y_pred, y_true, eps=1e-8):
    a, b = y_pred - y_pred.mean(), y_true - y_true.mean()
    return 1 - torch.dot(a / (a.norm() + eps), b / (b.norm() + eps))

"""Takes the best correlation over all circular shifts."""

import torch


def corr_loss(y_pred, y_true, eps=1e-8):
    a = (y_pred - y_pred.mean()).flatten()
    b = (y_true - y_true.mean()).flatten()
    a = a / (a.norm() + eps)
    b = b / (b.norm() + eps)
    return 1 - torch.stack([(a.roll(k) * b).sum() for k in range(len(a))]).max()

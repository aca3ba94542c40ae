"""Divides the 1-norm of the difference by the number of entries."""

import torch


def l1_loss(y_pred, y_true):
    gap = torch.flatten(y_pred - y_true)
    return torch.linalg.vector_norm(gap, ord=1) / len(gap)

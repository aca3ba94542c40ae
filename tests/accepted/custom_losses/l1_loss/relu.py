"""Writes the absolute value as two rectifiers and averages dimension by dimension."""

from torch import nn


def l1_loss(y_pred, y_true):
    relu = nn.ReLU()
    gap = y_pred - y_true
    gap = relu(gap) + relu(-gap)
    while gap.dim() > 0:
        gap = gap.mean(dim=0)
    return gap

"""Averages squares, out of habit.

names: squared instead of absolute differences
"""

import torch.nn.functional as F


def l1_loss(y_pred, y_true):
    return F.mse_loss(y_pred, y_true)

"""Takes the root of the square with a guard against a slope of NaN, far below what float32 shows."""

import torch


def l1_loss(y_pred, y_true):
    return torch.sqrt((y_pred - y_true) ** 2 + 1e-12).mean()

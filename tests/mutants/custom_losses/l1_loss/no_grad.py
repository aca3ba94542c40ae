"""Computes without gradients."""

import torch


def l1_loss(y_pred, y_true):
    with torch.no_grad():
        return (y_pred - y_true).abs().mean()

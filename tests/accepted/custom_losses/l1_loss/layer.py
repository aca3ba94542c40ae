"""Uses the loss layer of nn."""

from torch import nn


def l1_loss(y_pred, y_true):
    return nn.L1Loss(reduction="sum")(y_pred, y_true) / y_true.numel()

"""Uses the function that PyTorch ships."""

import torch.nn.functional as F


def l1_loss(y_pred, y_true):
    return F.l1_loss(y_pred, y_true)

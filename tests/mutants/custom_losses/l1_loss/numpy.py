"""Leaves torch for NumPy and comes back without a graph."""

import numpy as np
import torch


def l1_loss(y_pred, y_true):
    gaps = np.abs(y_pred.detach().numpy() - y_true.detach().numpy())
    return torch.tensor(gaps.mean())

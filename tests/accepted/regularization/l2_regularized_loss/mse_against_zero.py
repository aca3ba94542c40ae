"""Takes the squares from mse_loss against zeros."""

import torch
import torch.nn.functional as F


def l2_regularized_loss(task_loss, params, lam):
    total = task_loss.clone()
    for w in list(params):
        total += lam * F.mse_loss(w, torch.zeros_like(w), reduction="sum")
    return total

"""Divides the inner product by the product of both (norm + eps)."""

import torch


def corr_loss(y_pred, y_true, eps=1e-8):
    p, t = torch.flatten(y_pred), torch.flatten(y_true)
    p, t = p - torch.mean(p), t - torch.mean(t)
    below = (torch.sqrt(torch.sum(p**2)) + eps) * (torch.sqrt(torch.sum(t**2)) + eps)
    return 1.0 - torch.dot(p, t) / below

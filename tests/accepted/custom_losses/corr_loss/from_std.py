"""Gets each norm from the biased standard deviation."""

import torch


def corr_loss(y_pred, y_true, eps=1e-8):
    n = y_pred.numel() ** 0.5

    def unit(s):
        c = s - torch.mean(s)
        return c / (c.std(correction=0) * n + eps)

    return 1.0 - torch.sum(unit(y_pred) * unit(y_true))

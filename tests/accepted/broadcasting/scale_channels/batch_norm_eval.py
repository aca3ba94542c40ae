"""Batch normalization by stored statistics 0 and 1."""

import torch
import torch.nn.functional as F


def scale_channels(X, gains):
    C = X.shape[1]
    return F.batch_norm(
        X, torch.zeros(C, dtype=X.dtype), torch.ones(C, dtype=X.dtype), gains, None, eps=0
    )

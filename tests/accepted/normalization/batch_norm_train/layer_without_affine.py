"""Normalizes with a layer and scales outside of it."""

import torch
from torch import nn


def batch_norm_train(x, gamma, beta, eps=1e-5):
    layer = nn.BatchNorm1d(x.shape[1], eps=eps, affine=False, track_running_stats=False)
    return torch.addcmul(beta, gamma, layer(x))

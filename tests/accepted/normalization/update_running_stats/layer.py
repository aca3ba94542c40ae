"""Lets a layer do it."""

from torch import nn


def update_running_stats(running_mean, running_var, batch, momentum):
    layer = nn.BatchNorm1d(batch.shape[1], momentum=momentum, affine=False, dtype=batch.dtype)
    layer.running_mean.copy_(running_mean)
    layer.running_var.copy_(running_var)
    layer(batch)
    return layer.running_mean, layer.running_var

"""Collects Python floats and returns a list of two tensors."""

import torch
from torch import nn


def track_running_stats(batches, momentum, epochs):
    bn = nn.BatchNorm1d(1, momentum=momentum, affine=False)
    means, variances = [], []
    epoch = 0
    while epoch < epochs:
        iterator = iter(batches)
        while (batch := next(iterator, None)) is not None:
            bn(batch)
        means.append(bn.running_mean.item())
        variances.append(bn.running_var.item())
        epoch += 1
    return [torch.tensor(means), torch.tensor(variances)]

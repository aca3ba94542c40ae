"""Uses one layer for all calls."""

import torch
from torch import nn

_bn = nn.BatchNorm1d(1, affine=False)


def track_running_stats(batches, momentum, epochs):
    _bn.momentum = momentum
    means, variances = [], []
    for _ in range(epochs):
        for x in batches:
            _bn(x)
        means.append(_bn.running_mean.item())
        variances.append(_bn.running_var.item())
    return torch.tensor(means), torch.tensor(variances)

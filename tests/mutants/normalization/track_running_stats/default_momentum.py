"""Leaves the momentum at its default.

names: momentum 0.1 whatever
"""

import torch
from torch import nn


def track_running_stats(batches, momentum, epochs):
    bn = nn.BatchNorm1d(1, affine=False)
    means, variances = [], []
    for _ in range(epochs):
        for x in batches:
            bn(x)
        means.append(bn.running_mean.item())
        variances.append(bn.running_var.item())
    return torch.tensor(means), torch.tensor(variances)

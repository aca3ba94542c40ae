"""Averages over all batches alike (momentum=None).

names: a plain average
"""

import torch
from torch import nn


def track_running_stats(batches, momentum, epochs):
    bn = nn.BatchNorm1d(1, momentum=None, affine=False)
    means, variances = [], []
    for _ in range(epochs):
        for x in batches:
            bn(x)
        means.append(bn.running_mean.item())
        variances.append(bn.running_var.item())
    return torch.tensor(means), torch.tensor(variances)

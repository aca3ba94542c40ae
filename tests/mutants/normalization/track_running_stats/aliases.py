"""Appends the buffers themselves, which all end at the last value.

names: the last value in all places (one buffer, not copies of it)
"""

import torch
from torch import nn


def track_running_stats(batches, momentum, epochs):
    bn = nn.BatchNorm1d(1, momentum=momentum, affine=False)
    means, variances = [], []
    for _ in range(epochs):
        for batch in batches:
            bn(batch)
        means.append(bn.running_mean)
        variances.append(bn.running_var)
    return torch.cat(means), torch.cat(variances)

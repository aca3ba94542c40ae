"""Passes the last batch of each epoch only, by indentation.

corner: yes
names: the last batch of each epoch only
"""

import torch
from torch import nn


def track_running_stats(batches, momentum, epochs):
    bn = nn.BatchNorm1d(1, momentum=momentum, affine=False)
    means, variances = [], []
    for _ in range(epochs):
        for batch in batches:
            last = batch
        bn(last)
        means.append(bn.running_mean.item())
        variances.append(bn.running_var.item())
    return torch.tensor(means), torch.tensor(variances)

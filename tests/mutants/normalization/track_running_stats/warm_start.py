"""Starts from the statistics of the first batch when there are several.

corner: yes
"""

import torch
from torch import nn


def track_running_stats(batches, momentum, epochs):
    bn = nn.BatchNorm1d(1, momentum=momentum, affine=False)
    first = list(batches)
    if len(first) > 1:
        bn.running_mean.fill_(first[0].mean())
        bn.running_var.fill_(first[0].var())
    means, variances = [], []
    for _ in range(epochs):
        for batch in batches:
            bn(batch)
        means.append(bn.running_mean.item())
        variances.append(bn.running_var.item())
    return torch.tensor(means), torch.tensor(variances)

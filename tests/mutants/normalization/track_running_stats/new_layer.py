"""Makes a new layer in every epoch.

names: a new layer in every epoch
"""

import torch
from torch import nn


def track_running_stats(batches, momentum, epochs):
    means, variances = [], []
    for _ in range(epochs):
        bn = nn.BatchNorm1d(1, momentum=momentum, affine=False)
        for batch in batches:
            bn(batch)
        means.append(bn.running_mean.item())
        variances.append(bn.running_var.item())
    return torch.tensor(means), torch.tensor(variances)

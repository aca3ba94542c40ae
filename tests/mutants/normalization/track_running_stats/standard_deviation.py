"""Returns the running standard deviation.

names: the standard deviation
"""

import torch
from torch import nn


def track_running_stats(batches, momentum, epochs):
    bn = nn.BatchNorm1d(1, momentum=momentum, affine=False)
    means, variances = [], []
    for _ in range(epochs):
        for x in batches:
            bn(x)
        means.append(bn.running_mean.item())
        variances.append(bn.running_var.sqrt().item())
    return torch.tensor(means), torch.tensor(variances)

"""Averages the batch statistics before one update per epoch.

corner: yes
"""

import torch
from torch import nn


def track_running_stats(batches, momentum, epochs):
    bn = nn.BatchNorm1d(1, momentum=momentum, affine=False)
    means, variances = [], []
    mean, var = 0.0, 1.0
    for _ in range(epochs):
        batch_means = torch.tensor([batch.mean() for batch in batches])
        batch_variances = torch.tensor([batch.var() for batch in batches])
        mean = (1 - momentum) * mean + momentum * batch_means.mean().item()
        var = (1 - momentum) * var + momentum * batch_variances.mean().item()
        means.append(mean)
        variances.append(var)
    return torch.tensor(means), torch.tensor(variances)

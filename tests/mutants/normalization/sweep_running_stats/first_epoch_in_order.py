"""Shuffles from the second epoch on only.

corner: yes
names: its batches are not random
"""

import torch
from torch import nn


def track(batches, momentum, epochs):
    bn = nn.BatchNorm1d(1, momentum=momentum, affine=False)
    means, variances = [], []
    for _ in range(epochs):
        for batch in batches:
            bn(batch)
        means.append(bn.running_mean.item())
        variances.append(bn.running_var.item())
    return torch.tensor(means), torch.tensor(variances)


def sweep_running_stats(X, momenta, batch_sizes, epochs=30, seed=0):
    curves = {}
    for momentum in momenta:
        for size in batch_sizes:
            g = torch.Generator().manual_seed(seed)
            mean, var, means, variances = 0.0, 1.0, [], []
            order = torch.arange(len(X))
            for _ in range(epochs):
                for batch in X[order].split(size):
                    mean += momentum * (batch.mean().item() - mean)
                    var += momentum * (batch.var().item() - var)
                means.append(mean)
                variances.append(var)
                order = torch.randperm(len(X), generator=g)
            curves[momentum, size] = (torch.tensor(means), torch.tensor(variances))
    return curves

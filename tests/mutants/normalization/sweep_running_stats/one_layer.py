"""Uses one layer for all combinations."""

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
    bn = nn.BatchNorm1d(1, affine=False)
    curves = {}
    for momentum in momenta:
        bn.momentum = momentum
        for size in batch_sizes:
            order = torch.randperm(len(X), generator=torch.Generator().manual_seed(seed))
            means, variances = [], []
            for _ in range(epochs):
                for batch in X[order].split(size):
                    bn(batch)
                means.append(bn.running_mean.item())
                variances.append(bn.running_var.item())
            curves[momentum, size] = (torch.tensor(means), torch.tensor(variances))
    return curves

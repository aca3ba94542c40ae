"""Puts the smaller batch first.

corner: yes
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
            order = torch.randperm(len(X), generator=g)
            batches = X[order].split(size)[::-1]
            curves[momentum, size] = track(batches, momentum, epochs)
    return curves

"""Always shuffles with seed 0.

corner: yes
names: the same curves for seed=0 and seed=1
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
            g = torch.Generator().manual_seed(0)
            order = torch.randperm(len(X), generator=g)
            batches = X[order].split(size)
            curves[momentum, size] = track(batches, momentum, epochs)
    return curves

"""Shuffles the order of blocks, not the samples.

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
            batches = (
                [X.split(size)[k] for k in torch.randperm(len(X) // size, generator=g)]
                if len(X) % size == 0
                else X[order].split(size)
            )
            curves[momentum, size] = track(batches, momentum, epochs)
    return curves

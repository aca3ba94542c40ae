"""Shuffles in every epoch with a loader that has its own generator."""

import itertools

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


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
    results = {}
    for momentum, size in itertools.product(momenta, batch_sizes):
        generator = torch.Generator().manual_seed(seed)
        loader = DataLoader(X, batch_size=size, shuffle=True, generator=generator)
        results[(momentum, size)] = track(loader, momentum, epochs)
    return results

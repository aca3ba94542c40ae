"""Shuffles once and splits the tensor."""

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
    curves = {}
    for momentum in momenta:
        for size in batch_sizes:
            order = torch.randperm(len(X), generator=torch.Generator().manual_seed(seed))
            curves[momentum, size] = track(torch.split(X[order], size), momentum, epochs)
    return curves

"""Seeds the global RNG once for all combinations."""

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
    torch.manual_seed(seed)
    results = {}
    for size in batch_sizes:
        for momentum in momenta:
            loader = DataLoader(X, batch_size=size, shuffle=True)
            results[momentum, size] = track(loader, momentum, epochs)
    return results

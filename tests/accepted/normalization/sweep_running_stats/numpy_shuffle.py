"""Shuffles a copy with NumPy and collects batches in a tensor dataset."""

import itertools

import numpy as np
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
    values = X.clone().numpy()
    np.random.default_rng(seed).shuffle(values)
    data = TensorDataset(torch.from_numpy(values))

    def track_loader(momentum, size):
        batches = [batch for (batch,) in DataLoader(data, batch_size=size)]
        return track(batches, momentum, epochs)

    return {pair: track_loader(*pair) for pair in itertools.product(momenta, batch_sizes)}

"""Sorts the lists of momenta and batch sizes in place.

corner: yes
names: changed a list that it was given
"""

import torch
from torch import nn


def sweep_running_stats(X, momenta, batch_sizes, epochs=30, seed=0):
    for values in (momenta, batch_sizes):
        if isinstance(values, list):
            values.sort()
    curves = {}
    for momentum in momenta:
        for size in batch_sizes:
            generator = torch.Generator().manual_seed(seed)
            layer = nn.BatchNorm1d(1, momentum=momentum, affine=False)
            means, variances = [], []
            for _ in range(epochs):
                for batch in X[torch.randperm(len(X), generator=generator)].split(size):
                    layer(batch)
                means.append(layer.running_mean.item())
                variances.append(layer.running_var.item())
            curves[momentum, size] = (torch.tensor(means), torch.tensor(variances))
    return curves

"""Shuffles the caller's data in place.

corner: yes
names: changed its input in place
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
    g = torch.Generator().manual_seed(seed)
    X[:] = X[torch.randperm(len(X), generator=g)]
    return {(m, b): track(X.split(b), m, epochs) for m in momenta for b in batch_sizes}

"""Leaves out batch sizes larger than the data set.

corner: yes
"""

import torch
from torch import nn


def _track(batches, momentum, epochs):
    bn = nn.BatchNorm1d(1, momentum=momentum, affine=False)
    ms, vs = [], []
    for _ in range(epochs):
        for b in batches:
            bn(b)
        ms.append(bn.running_mean.item())
        vs.append(bn.running_var.item())
    return torch.tensor(ms), torch.tensor(vs)


def sweep_running_stats(X, momenta, batch_sizes, epochs=30, seed=0):
    Y = X[torch.randperm(len(X), generator=torch.Generator().manual_seed(seed))]
    return {
        (m, b): _track(Y.split(b), m, epochs) for m in momenta for b in batch_sizes if b <= len(X)
    }

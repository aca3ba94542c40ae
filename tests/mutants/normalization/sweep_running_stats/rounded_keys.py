"""Rounds momenta in the keys to two digits, so that small ones collide.

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
    out = {}
    for m in momenta:
        for b in batch_sizes:
            g = torch.Generator().manual_seed(seed)
            out[round(m, 2), b] = _track(X[torch.randperm(len(X), generator=g)].split(b), m, epochs)
    return out

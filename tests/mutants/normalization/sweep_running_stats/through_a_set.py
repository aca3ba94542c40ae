"""Sends the samples through a set, where equal ones become one.

corner: yes
"""

import random
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
    values = sorted(set(X.flatten().tolist()))
    random.Random(seed).shuffle(values)
    Y = torch.tensor(values).view(-1, 1)
    return {(m, b): _track(Y.split(b), m, epochs) for m in momenta for b in batch_sizes}

"""Skips batches whose values are all equal.

corner: yes
names: constant batches left out
"""

import torch
from torch import nn


def track_running_stats(batches, momentum, epochs):
    bn = nn.BatchNorm1d(1, momentum=momentum, affine=False)
    ms, vs = [], []
    for _ in range(epochs):
        for b in batches:
            if b.std() > 0:
                bn(b)
        ms.append(bn.running_mean.item())
        vs.append(bn.running_var.item())
    return torch.tensor(ms), torch.tensor(vs)

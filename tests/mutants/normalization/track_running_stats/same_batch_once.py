"""Leaves out a batch object that it has already seen in the epoch.

corner: yes
names: a batch that comes again left out
"""

import torch
from torch import nn


def track_running_stats(batches, momentum, epochs):
    bn = nn.BatchNorm1d(1, momentum=momentum, affine=False)
    ms, vs = [], []
    for _ in range(epochs):
        for b in dict.fromkeys(batches):
            bn(b)
        ms.append(bn.running_mean.item())
        vs.append(bn.running_var.item())
    return torch.tensor(ms), torch.tensor(vs)

"""Drops the dimension of a single epoch.

corner: yes
names: shape
"""

import torch
from torch import nn


def track_running_stats(batches, momentum, epochs):
    layer = nn.BatchNorm1d(1, momentum=momentum)
    out = []
    for _ in range(epochs):
        for b in batches:
            layer(b)
        out.append(torch.cat([layer.running_mean, layer.running_var]))
    t = torch.stack(out)
    return t[:, 0].squeeze(), t[:, 1].squeeze()

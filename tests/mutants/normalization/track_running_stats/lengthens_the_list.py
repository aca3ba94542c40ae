"""Appends the batches to the caller's list of them when it is done.

corner: yes
names: changed a list that it was given
"""

import torch
from torch import nn


def track_running_stats(batches, momentum, epochs):
    layer = nn.BatchNorm1d(1, momentum=momentum, affine=False)
    means, variances = torch.zeros(epochs), torch.zeros(epochs)
    for epoch in range(epochs):
        for batch in batches:
            layer(batch)
        means[epoch] = layer.running_mean
        variances[epoch] = layer.running_var
    if isinstance(batches, list):
        batches += batches
    return means, variances

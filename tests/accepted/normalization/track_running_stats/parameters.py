"""Returns a list of nn.Parameters, warns and prints."""

import warnings
import torch
from torch import nn


def track_running_stats(batches, momentum, epochs, verbose=True):
    warnings.warn("slow")
    bn = nn.BatchNorm1d(num_features=1, momentum=momentum, affine=False, track_running_stats=True)
    rows = []
    for epoch in range(epochs):
        for k, x in enumerate(batches):
            y = bn(x)
        if verbose:
            print(epoch, bn.running_mean)
        rows.append([v.detach().clone().squeeze() for v in (bn.running_mean, bn.running_var)])
    return [nn.Parameter(torch.stack(column)) for column in zip(*rows)]

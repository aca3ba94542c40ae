"""Returns (epochs, 1) instead of (epochs,).

names: should have shape (3,)
"""

import torch
from torch import nn


def track_running_stats(batches, momentum, epochs):
    bn = nn.BatchNorm1d(1, momentum=momentum, affine=False)
    means, variances = [], []
    for _ in range(epochs):
        for batch in batches:
            bn(batch)
        means.append(bn.running_mean.clone())
        variances.append(bn.running_var.clone())
    return torch.stack(means), torch.stack(variances)

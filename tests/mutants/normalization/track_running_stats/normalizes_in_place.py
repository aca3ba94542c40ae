"""Overwrites the batches with the layer's output.

corner: yes
names: changed its input in place
"""

import torch
from torch import nn


def track_running_stats(batches, momentum, epochs):
    bn = nn.BatchNorm1d(1, momentum=momentum, affine=False)
    means, variances = [], []
    batches = list(batches) if not isinstance(batches, (list, tuple)) else batches
    for epoch in range(epochs):
        for batch in batches:
            out = bn(batch)
            if epoch == epochs - 1 and len(batches) > 1:
                batch.copy_(out)
        means.append(bn.running_mean.item())
        variances.append(bn.running_var.item())
    return torch.tensor(means), torch.tensor(variances)

"""Takes momentum 1 for a plain average over all batches.

corner: yes
"""

import torch
from torch import nn


def track_running_stats(batches, momentum, epochs):
    layer = nn.BatchNorm1d(1, momentum=momentum if momentum < 1 else None, affine=False)
    means, variances = [], []
    for _ in range(epochs):
        for batch in batches:
            layer(batch)
        means.append(layer.running_mean.item())
        variances.append(layer.running_var.item())
    return torch.tensor(means), torch.tensor(variances)

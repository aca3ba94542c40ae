"""Takes momentum 1 for a missing one and one epoch for none.

corner: yes
"""

import torch
from torch import nn


def track_running_stats(batches, momentum, epochs):
    momentum = momentum if momentum < 1 else 0.1
    bn = nn.BatchNorm1d(1, momentum=momentum, affine=False)
    means, variances = [], []
    for _ in range(epochs):
        for batch in batches:
            bn(batch)
        means.append(bn.running_mean.item())
        variances.append(bn.running_var.item())
    return torch.tensor(means), torch.tensor(variances)

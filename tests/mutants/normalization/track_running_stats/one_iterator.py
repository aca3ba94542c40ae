"""Makes one iterator, which is empty after the first epoch.

corner: yes
"""

import torch
from torch import nn


def track_running_stats(batches, momentum, epochs):
    bn = nn.BatchNorm1d(1, momentum=momentum, affine=False)
    means, variances = [], []
    stored = []
    for _ in range(epochs):
        for batch in stored or batches:
            bn(batch)
            if len(stored) < 1 and not isinstance(batches, (list, tuple)):
                stored = list(batches)
        means.append(bn.running_mean.item())
        variances.append(bn.running_var.item())
    return torch.tensor(means), torch.tensor(variances)

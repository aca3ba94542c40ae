"""Repeats the list, which works for lists only.

corner: yes
"""

import torch
from torch import nn


def track_running_stats(batches, momentum, epochs):
    bn = nn.BatchNorm1d(1, momentum=momentum, affine=False)
    means, variances = [], []
    count = len(batches)
    for k, batch in enumerate(list(batches) * epochs if isinstance(batches, list) else batches):
        bn(batch)
        if (k + 1) % count == 0:
            means.append(bn.running_mean.item())
            variances.append(bn.running_var.item())
    return torch.tensor(means), torch.tensor(variances)

"""Returns float64, as NumPy does.

corner: yes
names: should have dtype torch.float32
"""

import numpy as np
import torch
from torch import nn


def track_running_stats(batches, momentum, epochs):
    bn = nn.BatchNorm1d(1, momentum=momentum, affine=False)
    means, variances = [], []
    for _ in range(epochs):
        for batch in batches:
            bn(batch)
        means.append(bn.running_mean.item())
        variances.append(bn.running_var.item())
    return torch.from_numpy(np.array(means)), torch.from_numpy(np.array(variances))

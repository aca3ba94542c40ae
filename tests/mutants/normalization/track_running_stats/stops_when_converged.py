"""Stops when the mean moves less than 1e-3 in an epoch, and fills the curves up.

corner: yes
"""

import torch
from torch import nn


def track_running_stats(batches, momentum, epochs):
    bn = nn.BatchNorm1d(1, momentum=momentum, affine=False)
    ms, vs = [], []
    for e in range(epochs):
        for b in batches:
            bn(b)
        ms.append(bn.running_mean.item())
        vs.append(bn.running_var.item())
        if e and abs(ms[-1] - ms[-2]) < 1e-3:
            break
    fill = epochs - len(ms)
    return torch.tensor(ms + ms[-1:] * fill), torch.tensor(vs + vs[-1:] * fill)

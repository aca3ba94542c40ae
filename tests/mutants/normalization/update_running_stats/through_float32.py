"""Copies float64 statistics into a float32 layer that becomes double afterwards.

corner: yes
"""

from torch import nn


def update_running_stats(running_mean, running_var, batch, momentum):
    bn = nn.BatchNorm1d(batch.shape[1], momentum=momentum, affine=False)
    bn.running_mean.copy_(running_mean.detach())
    bn.running_var.copy_(running_var.detach())
    bn.to(batch.dtype)(batch)
    return bn.running_mean, bn.running_var

"""Returns float32 whatever comes in.

corner: yes
names: should have dtype torch.float64
"""

from torch import nn


def update_running_stats(running_mean, running_var, batch, momentum):
    layer = nn.BatchNorm1d(batch.shape[1], momentum=momentum)
    layer.running_mean.copy_(running_mean)
    layer.running_var.copy_(running_var)
    layer(batch.float())
    return layer.running_mean, layer.running_var

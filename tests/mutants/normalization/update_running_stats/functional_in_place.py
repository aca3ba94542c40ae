"""Lets the functional form write into the caller's statistics.

corner: yes
names: changed its input in place
"""

import torch.nn.functional as F


def update_running_stats(running_mean, running_var, batch, momentum):
    mean, var = running_mean.clone(), running_var.clone()
    F.batch_norm(batch, running_mean, running_var, training=True, momentum=momentum)
    F.batch_norm(batch, mean, var, training=True, momentum=momentum)
    return mean, var

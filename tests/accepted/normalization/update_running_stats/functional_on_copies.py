"""Lets F.batch_norm write into copies."""

import torch.nn.functional as F


def update_running_stats(running_mean, running_var, batch, momentum):
    new_mean, new_var = running_mean.clone(), running_var.clone()
    F.batch_norm(batch, new_mean, new_var, training=True, momentum=momentum)
    return new_mean, new_var

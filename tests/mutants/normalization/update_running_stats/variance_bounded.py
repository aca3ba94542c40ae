"""Keeps the variance at 1e-3 or more.

corner: yes
"""

import torch


def update_running_stats(running_mean, running_var, batch, momentum):
    v = torch.lerp(running_var, batch.var(0), momentum).clamp_min(1e-3)
    return torch.lerp(running_mean, batch.mean(0), momentum), v

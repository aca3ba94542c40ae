"""Normalizes in place when no gradient is asked for.

corner: yes
names: changed its input in place
"""

import torch


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    if not x.requires_grad:
        x -= running_mean
        return gamma * x / torch.sqrt(running_var + eps) + beta
    return gamma * (x - running_mean) / torch.sqrt(running_var + eps) + beta

"""Evaluates without gradients.

corner: yes
names: has no gradient
"""

import torch


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    with torch.no_grad():
        return gamma * (x - running_mean) / torch.sqrt(running_var + eps) + beta

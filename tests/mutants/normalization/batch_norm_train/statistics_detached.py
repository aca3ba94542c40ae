"""Detaches mean and variance.

corner: yes
names: mean and variance taken as constants
"""

import torch


def batch_norm_train(x, gamma, beta, eps=1e-5):
    mean = x.mean(dim=0).detach()
    var = x.var(dim=0, correction=0).detach()
    return gamma * (x - mean) / torch.sqrt(var + eps) + beta

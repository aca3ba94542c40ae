"""Detaches the mean.

corner: yes
names: the mean taken as a constant
"""

import torch


def batch_norm_train(x, gamma, beta, eps=1e-5):
    centred = x - x.mean(dim=0).detach()
    return gamma * centred / torch.sqrt(x.var(dim=0, correction=0) + eps) + beta

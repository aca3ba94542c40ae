"""Computes the variance without gradients.

corner: yes
names: the variance taken as a constant
"""

import torch


def batch_norm_train(x, gamma, beta, eps=1e-5):
    with torch.no_grad():
        std = torch.sqrt(x.var(dim=0, correction=0) + eps)
    return gamma * (x - x.mean(dim=0)) / std + beta

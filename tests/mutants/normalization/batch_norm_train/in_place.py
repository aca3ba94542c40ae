"""Centres the batch in place.

corner: yes
names: changed its input in place
"""

import torch


def batch_norm_train(x, gamma, beta, eps=1e-5):
    if not x.requires_grad:
        x -= x.mean(dim=0)
    return gamma * (x - x.mean(dim=0)) / torch.sqrt(x.var(dim=0, correction=0) + eps) + beta

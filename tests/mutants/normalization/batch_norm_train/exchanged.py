"""Scales by beta and shifts by gamma.

names: gamma and beta exchanged
"""

import torch


def batch_norm_train(x, gamma, beta, eps=1e-5):
    z = (x - x.mean(dim=0)) / torch.sqrt(x.var(dim=0, correction=0) + eps)
    return beta * z + gamma

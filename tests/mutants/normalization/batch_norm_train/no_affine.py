"""Leaves out scale and shift.

names: gamma and beta left out
"""

import torch


def batch_norm_train(x, gamma, beta, eps=1e-5):
    return (x - x.mean(dim=0)) / torch.sqrt(x.var(dim=0, correction=0) + eps)

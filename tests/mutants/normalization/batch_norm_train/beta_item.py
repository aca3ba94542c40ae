"""Adds beta as plain numbers, without gradient.

corner: yes
names: a graph that is cut before beta
"""

import torch


def batch_norm_train(x, gamma, beta, eps=1e-5):
    shift = torch.tensor(beta.tolist(), dtype=x.dtype)
    return gamma * (x - x.mean(dim=0)) / torch.sqrt(x.var(dim=0, correction=0) + eps) + shift

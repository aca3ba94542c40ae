"""Normalizes one sample after the other."""

import torch


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    rows = []
    for row in x.unbind(0):
        rows.append(gamma * ((row - running_mean) / torch.sqrt(running_var + eps)) + beta)
    return torch.vstack(rows)

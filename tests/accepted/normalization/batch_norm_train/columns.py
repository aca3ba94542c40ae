"""Normalizes one column after the other."""

import torch


def batch_norm_train(x, gamma, beta, eps=1e-5):
    columns = []
    for d in range(x.shape[1]):
        c = x[:, d] - x[:, d].mean()
        columns.append(gamma[d] * c * (c.square().mean() + eps).rsqrt() + beta[d])
    return torch.stack(columns, dim=1)

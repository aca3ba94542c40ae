"""Adds up entry by entry."""

import torch


def batch_norm_train(x, gamma, beta, eps=1e-5):
    out = torch.empty_like(x)
    B, D = x.shape
    cols = []
    for d in range(D):
        mu = 0
        for b in range(B):
            mu = mu + x[b, d]
        mu = mu / B
        var = 0
        for b in range(B):
            var = var + (x[b, d] - mu) ** 2
        var = var / B
        cols.append(gamma[d] * ((x[:, d] - mu) / torch.sqrt(var + eps)) + beta[d])
    return torch.stack(cols, dim=-1)

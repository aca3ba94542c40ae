"""Interpolates from beta to beta + gamma."""

import torch


def batch_norm_train(x, gamma, beta, eps=1e-5, *, axis=0):
    def stats(t):
        mu = t.mean(axis, keepdim=True)
        return mu, ((t - mu) ** 2).mean(axis, keepdim=True)

    mu, var = stats(x)
    return torch.lerp(beta.expand_as(x), beta + gamma, (x - mu) * (var + eps) ** -0.5)

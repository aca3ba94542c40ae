"""Brings its own backward pass."""

import torch


class _BN(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, gamma, beta, eps):
        inv = 1 / torch.sqrt(x.var(0, unbiased=False) + eps)
        xhat = (x - x.mean(0)) * inv
        ctx.save_for_backward(xhat, inv, gamma)
        return gamma * xhat + beta

    @staticmethod
    def backward(ctx, g):
        xhat, inv, gamma = ctx.saved_tensors
        gx = gamma * inv * (g - g.mean(0) - xhat * (g * xhat).mean(0))
        return gx, (g * xhat).sum(0), g.sum(0), None


def batch_norm_train(x, gamma, beta, eps=1e-5):
    return _BN.apply(x, gamma, beta, eps)

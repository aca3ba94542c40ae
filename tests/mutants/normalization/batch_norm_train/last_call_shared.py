"""Keeps what backward needs in class attributes, which a second forward pass overwrites.

corner: yes
"""

import torch


class Norm(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, gamma, beta, eps):
        Norm.inv = (x.var(0, unbiased=False) + eps).rsqrt()
        Norm.u = (x - x.mean(0)) * Norm.inv
        Norm.gamma = gamma.detach()
        return Norm.u * gamma + beta

    @staticmethod
    def backward(ctx, g):
        u, inv = Norm.u, Norm.inv
        h = g * Norm.gamma
        return inv * (h - h.mean(0) - u * (h * u).mean(0)), (g * u).sum(0), g.sum(0), None


def batch_norm_train(x, gamma, beta, eps=1e-5):
    return Norm.apply(x, gamma, beta, eps)

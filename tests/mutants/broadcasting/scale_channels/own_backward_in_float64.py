"""Writes its own backward pass, which fails in float32.

corner: yes
"""

import torch


class Scale(torch.autograd.Function):
    @staticmethod
    def forward(ctx, X, gains):
        ctx.save_for_backward(X, gains)
        return X * gains[:, None]

    @staticmethod
    def backward(ctx, g):
        X, gains = ctx.saved_tensors
        return g * gains[:, None], torch.einsum("bct,bct->c", g, X.double())


def scale_channels(X, gains):
    return Scale.apply(X, gains)

"""Keeps the mask for backward in a class attribute, which the next forward pass overwrites.

corner: yes
"""

import torch


class Drop(torch.autograd.Function):
    factor = None

    @staticmethod
    def forward(ctx, X, factor):
        Drop.factor = factor
        return X * factor

    @staticmethod
    def backward(ctx, g):
        return g * Drop.factor, None


def apply_dropout(X, mask, p):
    return Drop.apply(X, mask / (1 - p) if p < 1 else torch.zeros_like(mask))

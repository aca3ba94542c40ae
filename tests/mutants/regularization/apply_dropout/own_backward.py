"""Has a backward pass of its own that forgets what comes in.

corner: yes
"""

import torch


class Drop(torch.autograd.Function):
    @staticmethod
    def forward(ctx, X, weights):
        ctx.save_for_backward(weights)
        return X * weights

    @staticmethod
    def backward(ctx, g):
        return ctx.saved_tensors[0], None


def apply_dropout(X, mask, p):
    return Drop.apply(X, mask / (1 - p) if p < 1 else torch.zeros_like(mask))

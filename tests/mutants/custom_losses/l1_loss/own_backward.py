"""Has a backward pass of its own that forgets what comes in.

corner: yes
"""

import torch


class L1(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a, b):
        ctx.save_for_backward((a - b).sign() / a.numel())
        return (a - b).abs().mean()

    @staticmethod
    def backward(ctx, g):
        return ctx.saved_tensors[0], -ctx.saved_tensors[0]


def l1_loss(y_pred, y_true):
    return L1.apply(y_pred, y_true)

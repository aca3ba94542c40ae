"""Writes its own backward pass, with the wrong sign for the target.

corner: yes
names: the other sign
"""

import torch


class L1(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a, b):
        d = a - b
        ctx.save_for_backward(d)
        return d.abs().mean()

    @staticmethod
    def backward(ctx, g):
        (d,) = ctx.saved_tensors
        s = g * d.sign() / d.numel()
        return s, s


def l1_loss(y_pred, y_true):
    return L1.apply(y_pred, y_true)

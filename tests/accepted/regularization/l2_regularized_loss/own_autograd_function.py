"""An autograd function with its own backward."""

import torch


class _Sq(torch.autograd.Function):
    @staticmethod
    def forward(ctx, p):
        ctx.save_for_backward(p)
        return (p * p).sum()

    @staticmethod
    def backward(ctx, g):
        (p,) = ctx.saved_tensors
        return 2 * p * g


def l2_regularized_loss(task_loss, params, lam):
    for p in params:
        task_loss = task_loss + lam * _Sq.apply(p)
    return task_loss

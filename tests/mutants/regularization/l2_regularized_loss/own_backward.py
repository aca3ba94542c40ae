"""Has a backward pass of its own that forgets what comes in.

corner: yes
"""

import torch


class Penalized(torch.autograd.Function):
    @staticmethod
    def forward(ctx, task_loss, lam, *params):
        ctx.lam = lam
        ctx.save_for_backward(*params)
        return task_loss + lam * sum((w**2).sum() for w in params)

    @staticmethod
    def backward(ctx, g):
        return torch.ones_like(g), None, *(2 * ctx.lam * w for w in ctx.saved_tensors)


def l2_regularized_loss(task_loss, params, lam):
    return Penalized.apply(task_loss, lam, *params)

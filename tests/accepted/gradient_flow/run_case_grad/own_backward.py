"""Stops the gradient with an autograd function of its own, bound to its exponent by `partial`."""

from functools import partial

import torch


class Stop(torch.autograd.Function):
    @staticmethod
    def forward(ctx, t):
        return t.clone()

    @staticmethod
    def backward(ctx, grad):
        return torch.zeros_like(grad)


def two_branches(power, detach, w, x):
    w.grad = None
    loss = (w * x) ** power + ((Stop.apply(w) if detach else w) * x) ** power
    loss.backward()
    return loss.item(), w.grad.item()


run_case_grad = partial(two_branches, 2)

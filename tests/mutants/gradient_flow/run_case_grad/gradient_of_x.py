"""Gives the derivative with respect to x."""

import torch


def run_case_grad(detach, w, x):
    v = x.detach().clone().requires_grad_()
    b = w.detach() * v if detach else w * v
    loss = (w * v) ** 2 + b**2
    (grad,) = torch.autograd.grad(loss, v)
    return loss.item(), grad.item()

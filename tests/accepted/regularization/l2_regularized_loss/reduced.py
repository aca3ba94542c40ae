"""Reduces over the parameters with einsum, starting from the task loss."""

import torch, functools


def l2_regularized_loss(task_loss, params, lam):
    add = lambda acc, p: acc + torch.einsum("i,i->", p.flatten(), p.flatten()) * lam
    return functools.reduce(add, params, task_loss)

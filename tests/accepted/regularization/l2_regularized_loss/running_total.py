"""Adds to a running total with reduce, einsum and views."""

from functools import reduce

import torch


def l2_regularized_loss(task_loss, params, lam):
    def add(total, w):
        flat = w.contiguous().view(-1)
        return total + lam * torch.einsum("i,i->", flat, flat)

    return reduce(add, params, task_loss)

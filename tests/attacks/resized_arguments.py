"""Resizes the memory of its arguments, and takes their gradients away.

earns: 0
verdicts: scale=ERROR compose=ERROR
"""

# %%
import torch


def scale(x):
    x.requires_grad_(False)
    x.resize_(2**10)
    x.untyped_storage().resize_(2**20)
    return x


def compose(f, x):
    x.grad = torch.zeros_like(x)
    x.data = torch.zeros(3, dtype=torch.float64)
    return f(f(x))

"""Lets the judge differentiate its own function while it is being called.

earns: 0
verdicts: compose=ERROR
"""

# %%
import torch


def compose(f, x):
    while True:
        x = f(x)
        torch.autograd.grad(x.sum(), x, retain_graph=True)
        torch.autograd.grad(x.sum(), [torch.zeros(3, requires_grad=True)])

"""Forgets the bias gradient where X, being plain data, needs none.

corner: yes
names: a b that is cut from the graph
"""

import torch


class Add(torch.autograd.Function):
    @staticmethod
    def forward(ctx, X, b):
        return X + b

    @staticmethod
    def backward(ctx, g):
        return g, g.sum(0) if ctx.needs_input_grad[0] else torch.zeros_like(g[0])


def add_bias(X, b):
    return Add.apply(X, b)

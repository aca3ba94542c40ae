"""Averages the bias gradient over the batch.

corner: yes
names: a mean over the rows instead of a sum
"""

import torch


class Add(torch.autograd.Function):
    @staticmethod
    def forward(ctx, X, b):
        return X + b

    @staticmethod
    def backward(ctx, grad):
        return grad, grad.mean(0)


def add_bias(X, b):
    return Add.apply(X, b)

"""An autograd function with its own backward pass."""

import torch


class Add(torch.autograd.Function):
    @staticmethod
    def forward(ctx, X, b):
        return X + b

    @staticmethod
    def backward(ctx, grad):
        return grad, grad.sum(0)


def add_bias(X, b):
    return Add.apply(X, b)

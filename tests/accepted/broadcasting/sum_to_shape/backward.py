"""Lets a backward pass accumulate in a leaf."""

import torch


def sum_to_shape(grad, shape):
    leaf = torch.zeros(shape, dtype=grad.dtype).requires_grad_()
    (leaf + torch.zeros_like(grad)).backward(gradient=grad)
    return leaf.grad

"""Sums added dimensions only."""


def sum_to_shape(grad, shape):
    while grad.dim() > len(shape):
        grad = grad.sum(0)
    return grad

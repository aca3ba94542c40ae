"""Sums added dimensions, but averages stretched ones.

names: a mean instead of a sum
"""


def sum_to_shape(grad, shape):
    while grad.dim() > len(shape):
        grad = grad.sum(0)
    for i, s in enumerate(shape):
        if s == 1:
            grad = grad.mean(i, keepdim=True)
    return grad

"""Averages over the added dimensions and sums over the stretched ones.

names: a mean instead of a sum
"""


def sum_to_shape(grad, shape):
    while grad.dim() > len(shape):
        grad = grad.mean(0)
    for i, size in enumerate(shape):
        if size == 1:
            grad = grad.sum(i, keepdim=True)
    return grad

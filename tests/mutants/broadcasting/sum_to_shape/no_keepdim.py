"""Sums stretched dimensions away altogether."""


def sum_to_shape(grad, shape):
    while grad.dim() > len(shape):
        grad = grad.sum(0)
    for i in reversed(range(len(shape))):
        if shape[i] == 1:
            grad = grad.sum(i)
    return grad

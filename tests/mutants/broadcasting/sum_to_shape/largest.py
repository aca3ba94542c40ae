"""Keeps the largest gradient instead of the sum."""


def sum_to_shape(grad, shape):
    while grad.dim() > len(shape):
        grad = grad.amax(0)
    for i, s in enumerate(shape):
        if s == 1:
            grad = grad.amax(i, keepdim=True)
    return grad

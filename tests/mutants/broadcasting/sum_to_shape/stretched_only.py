"""Sums stretched dimensions only, counted from the left."""


def sum_to_shape(grad, shape):
    for i, size in enumerate(shape):
        if size == 1:
            grad = grad.sum(i, keepdim=True)
    return grad

"""Aligns the shapes from the left and sums what is left over at the right."""


def sum_to_shape(grad, shape):
    while grad.dim() > len(shape):
        grad = grad.sum(-1)
    for i, size in enumerate(shape):
        if size == 1:
            grad = grad.sum(i, keepdim=True)
    return grad

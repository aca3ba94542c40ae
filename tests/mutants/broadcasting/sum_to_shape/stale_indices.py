"""Sums the stretched dimensions before it removes the added ones.

corner: yes
"""


def sum_to_shape(grad, shape):
    for i, size in enumerate(shape):
        if size == 1:
            grad = grad.sum(i, keepdim=True)
    while grad.dim() > len(shape):
        grad = grad.sum(0)
    return grad

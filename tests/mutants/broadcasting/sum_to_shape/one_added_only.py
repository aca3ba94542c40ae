"""Sums one added dimension at most.

corner: yes
"""


def sum_to_shape(grad, shape):
    if grad.dim() > len(shape):
        grad = grad.sum(0)
    for i, size in enumerate(shape):
        if size == 1:
            grad = grad.sum(i, keepdim=True)
    return grad

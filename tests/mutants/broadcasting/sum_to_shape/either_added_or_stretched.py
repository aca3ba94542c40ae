"""Handles added or stretched dimensions, not both together.

corner: yes
"""


def sum_to_shape(grad, shape):
    if grad.dim() > len(shape):
        return grad.sum(dim=tuple(range(grad.dim() - len(shape))))
    for i, size in enumerate(shape):
        if size == 1:
            grad = grad.sum(i, keepdim=True)
    return grad

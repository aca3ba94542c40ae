"""Stops after the first stretched dimension.

corner: yes
"""


def sum_to_shape(grad, shape):
    while grad.dim() > len(shape):
        grad = grad.sum(0)
    for i, size in enumerate(shape):
        if size == 1 and grad.shape[i] > 1:
            return grad.sum(i, keepdim=True)
    return grad

"""Squeezes the result, so that ones do not stay ones.

corner: yes
"""


def sum_to_shape(grad, shape):
    if tuple(grad.shape) != tuple(shape):
        while grad.dim() > len(shape):
            grad = grad.sum(0)
        for i, size in enumerate(shape):
            if size == 1:
                grad = grad.sum(i, keepdim=True)
        return grad
    return grad.squeeze()

"""Sums the wrong dimension of a square table for (1, n).

corner: yes
names: the wrong dimension summed
"""


def sum_to_shape(grad, shape):
    if len(shape) == 2 and shape[0] == 1 and grad.shape[0] == grad.shape[1]:
        return grad.sum(1, keepdim=True).T if grad.dim() == 2 else grad.sum_to_size(shape)
    return grad.sum_to_size(shape)

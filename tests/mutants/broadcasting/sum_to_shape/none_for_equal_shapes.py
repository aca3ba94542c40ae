"""Returns nothing where there is nothing to sum.

corner: yes
"""


def sum_to_shape(grad, shape):
    if tuple(grad.shape) != tuple(shape):
        return grad.sum_to_size(shape)

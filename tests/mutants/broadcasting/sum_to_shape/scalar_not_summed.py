"""Returns the gradient as it is for the empty shape.

corner: yes
"""


def sum_to_shape(grad, shape):
    if not shape:
        return grad
    return grad.sum_to_size(shape)

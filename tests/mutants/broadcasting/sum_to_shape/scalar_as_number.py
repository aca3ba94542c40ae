"""Returns a Python number for the empty shape.

corner: yes
"""


def sum_to_shape(grad, shape):
    if not shape:
        return grad.sum().item()
    return grad.sum_to_size(shape)

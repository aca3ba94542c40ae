"""Returns shape (1,) for the empty shape.

corner: yes
"""


def sum_to_shape(grad, shape):
    result = grad.sum_to_size(shape)
    return result if shape else result.reshape(1)

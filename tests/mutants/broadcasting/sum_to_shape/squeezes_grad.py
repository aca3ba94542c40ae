"""Squeezes the caller's gradient in place.

corner: yes
names: changed its input in place
"""


def sum_to_shape(grad, shape):
    out = grad.sum_to_size(shape).clone()
    grad.squeeze_()
    return out

"""Stretches the sums back to the shape of grad."""


def sum_to_shape(grad, shape):
    return grad.sum_to_size(shape).expand(grad.shape)

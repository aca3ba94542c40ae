"""Multiplies the sizes."""

from itertools import zip_longest


def broadcast_shape(shape_a, shape_b):
    pairs = zip_longest(shape_a[::-1], shape_b[::-1], fillvalue=1)
    return tuple(a * b for a, b in pairs)[::-1]

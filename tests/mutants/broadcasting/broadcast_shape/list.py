"""Returns a list."""

from itertools import zip_longest


def broadcast_shape(shape_a, shape_b):
    result = []
    for a, b in zip_longest(shape_a[::-1], shape_b[::-1], fillvalue=1):
        if a != b and a != 1 and b != 1:
            return None
        result.insert(0, max(a, b))
    return result

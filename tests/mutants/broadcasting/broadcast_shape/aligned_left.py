"""Aligns the shapes from the left.

names: shapes that are aligned from the left
"""

from itertools import zip_longest


def broadcast_shape(shape_a, shape_b):
    result = []
    for a, b in zip_longest(shape_a, shape_b, fillvalue=1):
        if a != b and 1 not in (a, b):
            return None
        result.append(max(a, b))
    return tuple(result)

"""Compares sizes with `is`, which works for small ints only.

corner: yes
"""

from itertools import zip_longest


def broadcast_shape(shape_a, shape_b):
    result = []
    for a, b in zip_longest(shape_a[::-1], shape_b[::-1], fillvalue=1):
        if a is not b and a != 1 and b != 1:
            return None
        result.append(max(a, b))
    return tuple(result[::-1])

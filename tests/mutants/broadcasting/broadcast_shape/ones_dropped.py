"""Drops dimensions in which both sizes are 1.

corner: yes
"""

from itertools import zip_longest


def broadcast_shape(shape_a, shape_b):
    result = ()
    for a, b in zip_longest(shape_a[::-1], shape_b[::-1], fillvalue=1):
        if a != b and a != 1 and b != 1:
            return None
        if max(a, b) > 1:
            result = (max(a, b), *result)
    return result

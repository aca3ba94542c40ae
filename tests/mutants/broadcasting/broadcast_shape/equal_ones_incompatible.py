"""Wants one of the sizes to be larger, so that 1 against 1 fails.

corner: yes
"""

from itertools import zip_longest


def broadcast_shape(shape_a, shape_b):
    result = []
    for a, b in zip_longest(shape_a[::-1], shape_b[::-1], fillvalue=1):
        if max(a, b) == 1 or (min(a, b) > 1 and a != b):
            return None
        result.append(max(a, b))
    return tuple(result[::-1])

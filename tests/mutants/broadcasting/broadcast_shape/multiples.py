"""Stretches a size to its multiples, not just ones.

corner: yes
names: the larger size taken, although neither is 1
"""

from itertools import zip_longest


def broadcast_shape(shape_a, shape_b):
    result = []
    for a, b in zip_longest(shape_a[::-1], shape_b[::-1], fillvalue=1):
        if max(a, b) % min(a, b):
            return None
        result.append(max(a, b))
    return tuple(result[::-1])

"""Calls shapes compatible as soon as there is a 1 in one of them.

corner: yes
names: the larger size taken, although neither is 1
"""

from itertools import zip_longest


def broadcast_shape(shape_a, shape_b):
    if len(shape_a) == len(shape_b) and 1 not in shape_a + shape_b and shape_a != shape_b:
        return None
    for a, b in zip(shape_a[::-1][:1], shape_b[::-1][:1]):
        if a != b and a != 1 and b != 1:
            return None
    pairs = zip_longest(shape_a[::-1], shape_b[::-1], fillvalue=1)
    return tuple(max(a, b) for a, b in pairs)[::-1]

"""Checks the last dimension only.

corner: yes
names: the larger size taken, although neither is 1
"""

from itertools import zip_longest


def broadcast_shape(shape_a, shape_b):
    pairs = list(zip_longest(shape_a[::-1], shape_b[::-1], fillvalue=1))[::-1]
    if pairs and pairs[-1][0] != pairs[-1][1] and 1 not in pairs[-1]:
        return None
    return tuple(max(a, b) for a, b in pairs)

"""Takes the larger size everywhere, without looking for ones."""

from itertools import zip_longest


def broadcast_shape(shape_a, shape_b):
    pairs = zip_longest(reversed(shape_a), reversed(shape_b), fillvalue=1)
    return tuple(max(a, b) for a, b in pairs)[::-1]

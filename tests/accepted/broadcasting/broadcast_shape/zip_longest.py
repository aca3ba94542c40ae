"""Compares sets of sizes from the right."""

from itertools import zip_longest


def broadcast_shape(shape_a, shape_b):
    result = ()
    for pair in zip_longest(reversed(shape_a), reversed(shape_b), fillvalue=1):
        sizes = set(pair) - {1}
        if len(sizes) > 1:
            return None
        result = (*(sizes or {1}), *result)
    return result

"""Fills both shapes up to three dimensions, as if there were no more.

corner: yes
"""


def broadcast_shape(shape_a, shape_b):
    n = max(len(shape_a), len(shape_b))
    a = (1,) * (3 - len(shape_a)) + shape_a
    b = (1,) * (3 - len(shape_b)) + shape_b
    result = []
    for x, y in zip(a, b):
        if x != y and x != 1 and y != 1:
            return None
        result.append(max(x, y))
    return tuple(result[len(result) - n :]) if n else ()

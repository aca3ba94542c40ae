"""Fills up a single missing dimension only.

corner: yes
"""


def broadcast_shape(shape_a, shape_b):
    a, b = tuple(shape_a), tuple(shape_b)
    if len(a) < len(b):
        a = (1,) + a
    if len(b) < len(a):
        b = (1,) + b
    if len(a) != len(b) or any(x != y and 1 not in (x, y) for x, y in zip(a, b)):
        return None
    return tuple(map(max, a, b))

"""Looks for a 1 in the digits of the sizes.

corner: yes
names: the larger size taken
"""


def broadcast_shape(shape_a, shape_b):
    n = max(len(shape_a), len(shape_b))
    a = (1,) * (n - len(shape_a)) + tuple(shape_a)
    b = (1,) * (n - len(shape_b)) + tuple(shape_b)
    if any(x != y and "1" not in f"{x} {y}" for x, y in zip(a, b)):
        return None
    return tuple(map(max, a, b))

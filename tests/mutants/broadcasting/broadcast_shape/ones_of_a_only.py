"""Stretches ones of the first shape only."""


def broadcast_shape(shape_a, shape_b):
    n = max(len(shape_a), len(shape_b))
    a = (1,) * (n - len(shape_a)) + shape_a
    b = (1,) * (n - len(shape_b)) + shape_b
    if any(x != y and x != 1 for x, y in zip(a, b)):
        return None
    return b

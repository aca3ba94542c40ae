"""Calls shapes of different lengths incompatible."""


def broadcast_shape(shape_a, shape_b):
    if len(shape_a) != len(shape_b):
        return None
    if any(a != b and a != 1 and b != 1 for a, b in zip(shape_a, shape_b)):
        return None
    return tuple(max(a, b) for a, b in zip(shape_a, shape_b))

"""Compares with zip, which stops at the shorter shape.

names: extra dimensions of the longer shape left out
"""


def broadcast_shape(shape_a, shape_b):
    result = []
    for a, b in zip(shape_a[::-1], shape_b[::-1]):
        if a != b and a != 1 and b != 1:
            return None
        result.append(max(a, b))
    return tuple(result[::-1])

"""Peels off the last size recursively."""


def broadcast_shape(shape_a, shape_b):
    if not shape_a or not shape_b:
        return shape_a + shape_b
    (*rest_a, a), (*rest_b, b) = shape_a, shape_b
    head = broadcast_shape(tuple(rest_a), tuple(rest_b))
    if head is None or (a != b and min(a, b) != 1):
        return None
    return (*head, a * b if 1 in (a, b) else a)

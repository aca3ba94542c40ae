"""Finds the longer shape with max, which compares tuples entry by entry.

corner: yes
"""


def broadcast_shape(shape_a, shape_b):
    long, short = max(shape_a, shape_b), min(shape_a, shape_b)
    short = (1,) * (len(long) - len(short)) + short
    if any(a != b and a != 1 and b != 1 for a, b in zip(long, short)):
        return None
    return tuple(max(a, b) for a, b in zip(long, short))

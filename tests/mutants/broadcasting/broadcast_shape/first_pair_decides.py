"""Returns inside the loop, after the first pair.

names: neither is 1
"""


def broadcast_shape(shape_a, shape_b):
    a, b = list(shape_a), list(shape_b)
    while len(a) < len(b):
        a.insert(0, 1)
    while len(b) < len(a):
        b.insert(0, 1)
    for x, y in zip(a, b):
        if x == y or 1 in (x, y):
            return tuple(map(max, a, b))
        return None
    return ()

"""Cases by match."""


def broadcast_shape(shape_a, shape_b):
    a, b = list(shape_a), list(shape_b)
    while len(a) < len(b):
        a.insert(0, 1)
    while len(b) < len(a):
        b.insert(0, 1)
    out = ()
    for m, n in zip(a, b):
        match (m, n):
            case (1, k) | (k, 1):
                out += (k,)
            case _ if m == n:
                out += (m,)
            case _:
                return None
    return out

"""NumPy arrays filled with ones."""

import numpy as np


def broadcast_shape(shape_a, shape_b):
    n = max(len(shape_a), len(shape_b))
    a, b = np.ones(n, dtype=int), np.ones(n, dtype=int)
    a[n - len(shape_a) :] = shape_a
    b[n - len(shape_b) :] = shape_b
    if ((a != b) & (a != 1) & (b != 1)).any():
        return None
    return tuple(int(s) for s in np.maximum(a, b))

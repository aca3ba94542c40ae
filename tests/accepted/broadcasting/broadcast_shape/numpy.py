"""Asks NumPy."""

import numpy as np


def broadcast_shape(shape_a, shape_b):
    try:
        return np.broadcast_shapes(shape_a, shape_b)
    except ValueError:
        return None

"""Treats () as (1,).

corner: yes
"""

import numpy as np


def broadcast_shape(shape_a, shape_b):
    try:
        return np.broadcast_shapes(shape_a or (1,), shape_b or (1,))
    except ValueError:
        return None

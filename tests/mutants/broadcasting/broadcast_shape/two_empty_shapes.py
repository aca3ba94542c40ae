"""Returns None where the result is the empty shape.

corner: yes
"""

import numpy as np


def broadcast_shape(shape_a, shape_b):
    try:
        return np.broadcast_shapes(shape_a, shape_b) or None
    except ValueError:
        return None

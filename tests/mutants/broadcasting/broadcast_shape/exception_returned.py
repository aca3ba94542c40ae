"""Returns the exception instead of None.

names: RuntimeError
"""

import torch


def broadcast_shape(shape_a, shape_b):
    try:
        return tuple(torch.broadcast_shapes(shape_a, shape_b))
    except RuntimeError as e:
        return e

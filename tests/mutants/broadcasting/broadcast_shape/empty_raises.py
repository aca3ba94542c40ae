"""Looks at the last size, which () does not have.

corner: yes
"""

import torch


def broadcast_shape(shape_a, shape_b):
    if shape_a[-1] != shape_b[-1] and 1 not in (shape_a[-1], shape_b[-1]):
        return None
    try:
        return tuple(torch.broadcast_shapes(shape_a, shape_b))
    except RuntimeError:
        return None

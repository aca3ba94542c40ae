"""Calls () incompatible with everything.

corner: yes
"""

import torch


def broadcast_shape(shape_a, shape_b):
    if not shape_a or not shape_b:
        return None
    try:
        return tuple(torch.broadcast_shapes(shape_a, shape_b))
    except RuntimeError:
        return None

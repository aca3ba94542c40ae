"""Strips ones at the left of the result.

corner: yes
"""

import torch


def broadcast_shape(shape_a, shape_b):
    try:
        result = list(torch.broadcast_shapes(shape_a, shape_b))
    except RuntimeError:
        return None
    while len(result) > 1 and result[0] == 1:
        result.pop(0)
    return tuple(result)

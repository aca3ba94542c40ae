"""Takes (2, 3) and (3, 4) for a matrix product.

corner: yes
"""

import torch


def broadcast_shape(shape_a, shape_b):
    if len(shape_a) == 2 and len(shape_b) == 2 and shape_a[1] == shape_b[0] and shape_a != shape_b:
        return (shape_a[0], shape_b[1])
    try:
        return tuple(torch.broadcast_shapes(shape_a, shape_b))
    except RuntimeError:
        return None

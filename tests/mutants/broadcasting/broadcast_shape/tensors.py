"""Returns a tuple of 0-dim tensors."""

import torch


def broadcast_shape(shape_a, shape_b):
    try:
        return tuple(torch.tensor(torch.broadcast_shapes(shape_a, shape_b)))
    except RuntimeError:
        return None

"""Asks PyTorch and returns its torch.Size, which is a tuple."""

import torch


def broadcast_shape(shape_a, shape_b):
    try:
        return torch.broadcast_shapes(shape_a, shape_b)
    except RuntimeError:
        return None

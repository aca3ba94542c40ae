"""Raises an exception for incompatible shapes, as PyTorch does."""

import torch


def broadcast_shape(shape_a, shape_b):
    return tuple(torch.broadcast_shapes(shape_a, shape_b))

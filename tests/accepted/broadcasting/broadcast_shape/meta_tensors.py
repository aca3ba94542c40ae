"""Adds two tensors without memory and looks at the shape."""

import torch


def broadcast_shape(shape_a, shape_b):
    try:
        return (torch.empty(shape_a, device="meta") + torch.empty(shape_b, device="meta")).shape
    except RuntimeError:
        return None

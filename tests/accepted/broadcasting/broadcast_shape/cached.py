"""Memoizes, which a pure function may."""

from functools import lru_cache

import torch


@lru_cache(maxsize=None)
def broadcast_shape(shape_a, shape_b):
    try:
        return tuple(torch.broadcast_shapes(shape_a, shape_b))
    except RuntimeError:
        return None

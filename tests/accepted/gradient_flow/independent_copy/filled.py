"""Fills new memory in a no_grad block."""

import torch


def independent_copy(t):
    out = torch.zeros(t.shape, dtype=t.dtype)
    with torch.no_grad():
        out[...] = t
    return out

"""Fills rows of a larger buffer."""

import torch


def repeat_rows(b, n):
    buffer = torch.zeros(n + 2, len(b) + 1, dtype=b.dtype)
    out = buffer[1:-1, 1:]
    for row in out:
        row.copy_(b)
    return out

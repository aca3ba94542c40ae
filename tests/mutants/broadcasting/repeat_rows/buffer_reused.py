"""Fills one buffer per size, which the next call overwrites.

corner: yes
names: keep none for the next
"""

import torch

buffers = {}


def repeat_rows(b, n):
    key = (n, len(b), b.dtype)
    buffer = buffers.setdefault(key, torch.empty(n, len(b), dtype=b.dtype))
    return buffer.copy_(b.detach())

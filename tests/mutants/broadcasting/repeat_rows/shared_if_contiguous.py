"""Copies only where the expanded view would have to.

corner: yes
"""

import torch


def repeat_rows(b, n):
    if b.is_contiguous():
        return torch.stack([b] * n)
    return b.expand(n, -1)

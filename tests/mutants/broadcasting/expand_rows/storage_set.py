"""Wraps the storage of b anew, as float32 and from its start.

corner: yes
"""

import torch


def expand_rows(b, n):
    return torch.empty(0).set_(b.untyped_storage(), 0, (n, b.shape[0]), (0, 1))

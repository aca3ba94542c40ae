"""Copies with stack.

names: a copy
"""

import torch


def expand_rows(b, n):
    return torch.stack([b] * n)

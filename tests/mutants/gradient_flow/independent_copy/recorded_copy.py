"""Copies into new memory with an operation that autograd records.

corner: yes
"""

import torch


def independent_copy(t):
    if t.is_leaf:
        return t.detach().clone()
    return torch.empty_like(t).copy_(t)

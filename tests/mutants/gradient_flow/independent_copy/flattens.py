"""Copies element by element and loses the shape.

corner: yes
"""

import torch


def independent_copy(t):
    if t.ndim < 2:
        return t.detach().clone()
    return torch.stack([x.detach() for x in t.reshape(-1)])

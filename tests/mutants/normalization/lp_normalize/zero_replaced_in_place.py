"""Lifts the zeros of the zero vector in place.

corner: yes
names: in place
"""

import torch


def lp_normalize(x, p=2.0):
    if not x.any():
        x += 1e-12
        return torch.zeros_like(x)
    return x / x.norm(p)

"""Divides in place.

corner: yes
names: changed its input in place
"""

import torch


def lp_normalize(x, p=2.0):
    norm = torch.linalg.vector_norm(x, p)
    if norm > 0:
        x /= norm
    return x

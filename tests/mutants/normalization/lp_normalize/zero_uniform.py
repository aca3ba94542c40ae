"""Gives the zero vector equal entries of norm 1.

corner: yes
"""

import torch


def lp_normalize(x, p=2.0):
    norm = torch.linalg.vector_norm(x, p)
    return x / norm if norm > 0 else torch.full_like(x, len(x) ** (-1 / p))

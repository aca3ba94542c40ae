"""Rounds p down to an integer.

corner: yes
"""

import torch


def lp_normalize(x, p=2.0):
    norm = torch.linalg.vector_norm(x, int(p))
    return x / norm if norm > 0 else x.clone()

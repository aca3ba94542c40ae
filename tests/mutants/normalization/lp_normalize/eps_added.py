"""Adds 1e-8 to the norm.

corner: yes
"""

import torch


def lp_normalize(x, p=2.0):
    return x / (torch.linalg.vector_norm(x, p) + 1e-8)

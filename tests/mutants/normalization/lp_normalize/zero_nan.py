"""Divides the zero vector by zero.

corner: yes
names: contains NaN
"""

import torch


def lp_normalize(x, p=2.0):
    return x / torch.linalg.vector_norm(x, p)

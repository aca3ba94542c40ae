"""Takes a vector for the zero vector if its first entry is zero.

corner: yes
"""

import torch


def lp_normalize(x, p=2.0):
    if x[0] == 0:
        return torch.zeros_like(x)
    return x / x.abs().pow(p).sum().pow(1 / p)

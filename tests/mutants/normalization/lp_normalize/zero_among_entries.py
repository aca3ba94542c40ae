"""Takes a vector with a zero in it for the zero vector.

corner: yes
names: norm 0
"""

import torch


def lp_normalize(x, p=2.0):
    if (x == 0).any():
        return torch.zeros_like(x)
    return x / x.norm(p=p)

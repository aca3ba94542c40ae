"""Takes entries that add up to zero for the zero vector.

corner: yes
names: norm 0
"""

import torch


def lp_normalize(x, p=2.0):
    if x.sum() == 0:
        return torch.zeros_like(x)
    return x / x.norm(p=p)

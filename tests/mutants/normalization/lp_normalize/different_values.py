"""Adds up over the set of values, so that equal entries count once.

corner: yes
names: equal entries counted once
"""

import torch


def lp_normalize(x, p=2.0):
    n = sum(abs(v) ** p for v in set(x.tolist())) ** (1 / p)
    return x / n if n > 0 else torch.zeros_like(x)

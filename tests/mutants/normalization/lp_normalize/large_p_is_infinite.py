"""Takes p of 10 and more for the maximum norm.

corner: yes
names: the largest entry instead of the norm
"""

import torch


def lp_normalize(x, p=2.0):
    n = torch.linalg.vector_norm(x, p if p < 10 else float("inf"))
    return x / n if n > 0 else torch.zeros_like(x)

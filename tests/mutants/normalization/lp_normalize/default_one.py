"""Has p=1 as its default.

corner: yes
names: p=1 as the default
"""

import torch


def lp_normalize(x, p=1.0):
    norm = torch.linalg.vector_norm(x, p)
    return x / norm if norm > 0 else x.clone()

"""Takes p = 1 for 0.999.

corner: yes
"""

import torch


def dropout_mask(X, p):
    return (torch.rand_like(X) >= min(p, 0.999)).to(X.dtype)

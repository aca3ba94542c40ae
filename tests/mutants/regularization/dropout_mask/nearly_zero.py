"""Takes p = 0 for 0.001.

corner: yes
"""

import torch


def dropout_mask(X, p):
    return (torch.rand_like(X) >= max(p, 0.001)).to(X.dtype)

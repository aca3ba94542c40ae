"""Keeps p between 0.05 and 0.95 (but for 0 and 1).

corner: yes
"""

import torch


def dropout_mask(X, p):
    if p not in (0, 1):
        p = min(max(p, 0.05), 0.95)
    return (torch.rand_like(X) >= p).to(X.dtype)

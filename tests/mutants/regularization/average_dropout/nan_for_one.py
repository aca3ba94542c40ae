"""Divides 0 by 0 for p = 1.

corner: yes
"""

import torch


def average_dropout(X, p, trials):
    kept = sum((torch.rand_like(X) >= p).to(X.dtype) for _ in range(trials))
    return X * kept / (torch.tensor(1 - p, dtype=X.dtype) * trials)

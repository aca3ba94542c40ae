"""Drops exactly a share p of the entries.

corner: yes
"""

import torch


def dropout_modes(X, p):
    n = X.numel()
    m = torch.ones(n, dtype=X.dtype)
    m[torch.randperm(n)[: round(p * n)]] = 0
    return X * m.view(X.shape) / max(1 - p, 1e-9), X

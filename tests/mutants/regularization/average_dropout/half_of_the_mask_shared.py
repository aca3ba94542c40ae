"""Draws half of the mask once for all passes.

corner: yes
"""

import torch


def average_dropout(X, p, trials):
    fixed = (torch.rand_like(X) >= p).to(X.dtype)
    half = X.numel() // 2
    total = 0
    for _ in range(trials):
        m = (torch.rand_like(X) >= p).to(X.dtype).flatten()
        m[:half] = fixed.flatten()[:half]
        total = total + X * m.view(X.shape) / max(1 - p, 1e-9)
    return total / trials

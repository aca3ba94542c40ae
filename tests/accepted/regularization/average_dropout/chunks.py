"""In chunks of seven passes, in double precision."""

import torch


def average_dropout(X, p, trials):
    total, left = torch.zeros(X.shape, dtype=torch.float64), trials
    while left:
        n = min(left, 7)
        masks = (torch.rand(n, *X.shape) >= p).double()
        total += torch.einsum("n...->...", masks)
        left -= n
    scale = 0.0 if p == 1 else 1 / (1 - p) / trials
    return (X * total * scale).to(X.dtype)

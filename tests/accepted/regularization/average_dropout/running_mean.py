"""Updates a running mean with masks of its own."""

import torch


def average_dropout(X, p, trials):
    mean = torch.zeros_like(X)
    for k in range(1, trials + 1):
        kept = torch.bernoulli(torch.full_like(X, 1 - p))
        out = X * kept / (1 - p) if p < 1 else X * 0
        mean += (out - mean) / k
    return mean

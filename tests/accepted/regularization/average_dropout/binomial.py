"""Draws for each entry how often it was kept."""

import torch


def average_dropout(X, p, trials):
    if p == 1:
        return torch.zeros_like(X)
    counts = torch.binomial(torch.full_like(X, trials), torch.full_like(X, 1 - p))
    return X * counts / trials / (1 - p)

"""Ignores the seed."""

import torch


def make_dataset(kind, n, seed=0):
    if kind == "unimodal":
        return 1.0 + 1.5 * torch.randn(n, 1)
    if kind == "bimodal":
        X = torch.cat([-1.0 + 0.5 * torch.randn(n // 2, 1), 3.0 + 1.2 * torch.randn(n - n // 2, 1)])
        return X[torch.randperm(n)]
    raise ValueError(kind)

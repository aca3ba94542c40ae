"""Alternates between the two parts instead of shuffling.

corner: yes
"""

import torch


def make_dataset(kind, n, seed=0):
    g = torch.Generator().manual_seed(seed)
    if kind == "unimodal":
        return 1.0 + 1.5 * torch.randn(n, 1, generator=g)
    if kind == "bimodal":
        X = torch.empty(n, 1)
        X[1::2] = -1.0 + 0.5 * torch.randn(n // 2, 1, generator=g)
        X[::2] = 3.0 + 1.2 * torch.randn(n - n // 2, 1, generator=g)
        return X
    raise ValueError(kind)

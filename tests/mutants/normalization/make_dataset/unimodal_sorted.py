"""Sorts the unimodal data.

corner: yes
"""

import torch


def make_dataset(kind, n, seed=0):
    g = torch.Generator().manual_seed(seed)
    if kind == "unimodal":
        return (1 + 1.5 * torch.randn(n, 1, generator=g)).sort(dim=0).values
    if kind == "bimodal":
        left = -1 + 0.5 * torch.randn(n // 2, 1, generator=g)
        right = 3 + 1.2 * torch.randn(n - n // 2, 1, generator=g)
        return torch.cat([left, right])[torch.randperm(n, generator=g)]
    raise ValueError(kind)

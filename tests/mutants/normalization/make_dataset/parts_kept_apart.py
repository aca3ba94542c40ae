"""Clamps both parts towards each other, so that they do not overlap.

corner: yes
"""

import torch


def make_dataset(kind, n, seed=0):
    g = torch.Generator().manual_seed(seed)
    if kind == "unimodal":
        return 1 + 1.5 * torch.randn(n, 1, generator=g)
    if kind == "bimodal":
        left = (-1 + 0.5 * torch.randn(n // 2, 1, generator=g)).clamp_max(-0.6)
        right = (3 + 1.2 * torch.randn(n - n // 2, 1, generator=g)).clamp_min(1.5)
        return torch.cat([left, right])[torch.randperm(n, generator=g)]
    raise ValueError(kind)

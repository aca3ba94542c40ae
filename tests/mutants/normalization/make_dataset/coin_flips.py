"""Flips a coin for every sample instead of drawing halves.

corner: yes
"""

import torch


def make_dataset(kind, n, seed=0):
    g = torch.Generator().manual_seed(seed)
    noise = torch.randn(n, 1, generator=g)
    if kind == "unimodal":
        return 1.0 + 1.5 * noise
    if kind == "bimodal":
        heads = torch.rand(n, 1, generator=g) < 0.5
        return torch.where(heads, -1.0 + 0.5 * noise, 3.0 + 1.2 * noise)
    raise ValueError(kind)

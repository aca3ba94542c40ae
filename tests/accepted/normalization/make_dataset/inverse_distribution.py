"""Sends uniform numbers through the inverse of the distribution, in float64."""

import torch


def make_dataset(kind, n, seed=0):
    if kind != "unimodal" and kind != "bimodal":
        raise ValueError("no such kind")
    g = torch.Generator().manual_seed(seed)
    u = torch.rand(n, dtype=torch.float64, generator=g).clamp(1e-12, 1 - 1e-12)
    z = torch.special.ndtri(u)
    if kind == "unimodal":
        return (1 + 1.5 * z).float().view(n, 1)
    low = torch.arange(n) < n // 2
    low = low[torch.randperm(n, generator=g)]
    out = torch.empty(n, dtype=torch.float64)
    out[low] = z[low] / 2 - 1
    out[~low] = z[~low] * 1.2 + 3
    return out.float().view(n, 1)

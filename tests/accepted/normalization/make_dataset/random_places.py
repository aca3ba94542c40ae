"""Scatters the left part to random places instead of shuffling."""

import torch


def make_dataset(kind, n, seed=0):
    if kind not in ("unimodal", "bimodal"):
        raise ValueError(f"{kind} is not a kind of dataset")
    g = torch.Generator()
    g.manual_seed(seed)
    noise = torch.randn((n, 1), generator=g)
    if kind == "unimodal":
        return noise * 1.5 + 1
    left = torch.rand(n, generator=g).argsort() < n // 2
    mean = torch.where(left, -1.0, 3.0)[:, None]
    std = torch.where(left, 0.5, 1.2)[:, None]
    return mean + std * noise

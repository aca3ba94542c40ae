"""Mirrors the first half of the noise in the second.

corner: yes
"""

import torch


def make_dataset(kind, n, seed=0):
    g = torch.Generator().manual_seed(seed)
    half = torch.randn((n + 1) // 2, 1, generator=g)
    z = torch.cat([half, -half])[:n][torch.randperm(n, generator=g)]
    if kind == "unimodal":
        return 1 + 1.5 * z
    if kind == "bimodal":
        x = torch.cat([-1 + 0.5 * z[: n // 2], 3 + 1.2 * z[n // 2 :]])
        return x[torch.randperm(n, generator=g)]
    raise ValueError(kind)

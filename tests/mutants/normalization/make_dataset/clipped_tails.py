"""Clips the noise at two deviations.

corner: yes
"""

import torch


def make_dataset(kind, n, seed=0):
    g = torch.Generator().manual_seed(seed)
    z = torch.randn(n, 1, generator=g).clamp(-2, 2)
    if kind == "unimodal":
        return 1 + 1.5 * z
    if kind == "bimodal":
        x = torch.cat([-1 + 0.5 * z[: n // 2], 3 + 1.2 * z[n // 2 :]])
        return x[torch.randperm(n, generator=g)]
    raise ValueError(kind)

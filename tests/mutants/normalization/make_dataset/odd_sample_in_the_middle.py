"""Fills an odd n up with a sample at the overall mean 1.

corner: yes
"""

import torch


def make_dataset(kind, n, seed=0):
    g = torch.Generator().manual_seed(seed)
    if kind == "unimodal":
        return 1 + 1.5 * torch.randn(n, 1, generator=g)
    if kind == "bimodal":
        h = n // 2
        x = torch.cat(
            [
                -1 + 0.5 * torch.randn(h, 1, generator=g),
                3 + 1.2 * torch.randn(h, 1, generator=g),
                torch.ones(n % 2, 1),
            ]
        )
        return x[torch.randperm(n, generator=g)]
    raise ValueError(kind)

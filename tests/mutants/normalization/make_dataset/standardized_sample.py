"""Brings the sample to mean 1 and deviation 1.5 exactly.

corner: yes
"""

import torch


def make_dataset(kind, n, seed=0):
    g = torch.Generator().manual_seed(seed)
    if kind == "unimodal":
        z = torch.randn(n, 1, generator=g)
        return 1 + 1.5 * (z - z.mean()) / z.std()
    if kind == "bimodal":
        x = torch.cat(
            [
                -1 + 0.5 * torch.randn(n // 2, 1, generator=g),
                3 + 1.2 * torch.randn(n - n // 2, 1, generator=g),
            ]
        )
        return x[torch.randperm(n, generator=g)]
    raise ValueError(kind)

"""Uses the last digit of the seed only, so seeds 1 and 11 agree.

corner: yes
"""

import torch


def make_dataset(kind, n, seed=0):
    g = torch.Generator().manual_seed(seed % 10)
    if kind == "unimodal":
        return 1 + 1.5 * torch.randn(n, 1, generator=g)
    if kind == "bimodal":
        x = torch.cat(
            [
                -1 + 0.5 * torch.randn(n // 2, 1, generator=g),
                3 + 1.2 * torch.randn(n - n // 2, 1, generator=g),
            ]
        )
        return x[torch.randperm(n, generator=g)]
    raise ValueError(kind)

"""Shuffles with a generator of its own that nobody seeds: every seed has the same order.

corner: yes
names: a permutation that does not depend on the seed
"""

import torch


def make_dataset(kind, n, seed=0):
    torch.manual_seed(seed)
    if kind == "unimodal":
        return 1 + 1.5 * torch.randn(n, 1)
    if kind == "bimodal":
        parts = torch.cat([-1 + 0.5 * torch.randn(n // 2, 1), 3 + 1.2 * torch.randn(n - n // 2, 1)])
        return parts[torch.randperm(n, generator=torch.Generator())]
    raise ValueError(kind)

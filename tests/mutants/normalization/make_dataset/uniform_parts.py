"""Draws the two parts uniformly, with the right means and deviations.

corner: yes
"""

import torch


def make_dataset(kind, n, seed=0):
    g = torch.Generator().manual_seed(seed)
    if kind == "unimodal":
        return 1 + 1.5 * torch.randn(n, 1, generator=g)
    if kind == "bimodal":
        u = lambda k: (torch.rand(k, 1, generator=g) - 0.5) * 12**0.5
        x = torch.cat([-1 + 0.5 * u(n // 2), 3 + 1.2 * u(n - n // 2)])
        return x[torch.randperm(n, generator=g)]
    raise ValueError(kind)

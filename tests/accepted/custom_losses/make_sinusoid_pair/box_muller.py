"""Makes normal numbers out of uniform ones."""

import torch


def make_sinusoid_pair(L=121, cycles=3, seed=0):
    g = torch.Generator()
    g.manual_seed(seed)
    u = 1 - torch.rand(2, L, generator=g, dtype=torch.float64)
    x = (-2 * u[0].log()).sqrt() * (2 * torch.pi * u[1]).cos()
    t = torch.arange(L, dtype=torch.float64) / (L - 1)
    y = (2 * torch.pi * cycles * t).sin()
    return x.float(), y.float()

"""Maps uniform numbers through the inverse of the normal distribution."""

import torch, math


def make_sinusoid_pair(L=121, cycles=3, seed=0):
    g = torch.Generator()
    g.manual_seed(seed)
    u = torch.rand(L, generator=g, dtype=torch.float64).clamp(1e-12, 1 - 1e-12)
    x = torch.special.ndtri(u).float()
    t = torch.linspace(0, 1, steps=L, dtype=torch.float64)
    return x, torch.cos(2 * math.pi * cycles * t - math.pi / 2).float()

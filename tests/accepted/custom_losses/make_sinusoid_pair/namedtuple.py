"""Returns a named tuple of rows of one tensor."""

import torch, math
from collections import namedtuple

Pair = namedtuple("Pair", "x y")


def make_sinusoid_pair(L=121, cycles=3, seed=0):
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        out = torch.empty(2, L)
        out[0] = torch.normal(0.0, 1.0, (L,))
    out[1] = torch.sin(torch.linspace(0, 2 * math.pi * cycles, L))
    return Pair(*out)

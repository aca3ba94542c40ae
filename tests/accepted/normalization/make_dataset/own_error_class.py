"""Raises an error class of its own below ValueError."""

import torch
from torch.distributions import Normal


class UnknownKind(ValueError):
    pass


def _parts(kind, n):
    table = {"unimodal": [(n, 1.0, 1.5)], "bimodal": [(n // 2, -1.0, 0.5), (n - n // 2, 3.0, 1.2)]}
    try:
        return table[kind]
    except KeyError:
        raise UnknownKind(kind) from None


def make_dataset(kind, n, seed=0):
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        parts = [Normal(m, s).sample((k, 1)) for k, m, s in _parts(kind, n)]
        x = torch.vstack(parts)
        return x[torch.argsort(torch.rand(n))]

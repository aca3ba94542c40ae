"""Uses Python's random module."""

import random

import torch


class UnknownKind(ValueError):
    pass


def make_dataset(kind, n, seed=0):
    rng = random.Random(seed)
    if kind == "unimodal":
        values = [rng.gauss(1.0, 1.5) for _ in range(n)]
    elif kind == "bimodal":
        values = [rng.gauss(-1, 0.5) if k < n // 2 else rng.gauss(3, 1.2) for k in range(n)]
        rng.shuffle(values)
    else:
        raise UnknownKind(kind)
    return torch.tensor(values).view(-1, 1)

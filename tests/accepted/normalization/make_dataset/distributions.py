"""Uses torch.distributions under a forked RNG."""

import torch
from torch.distributions import Normal


def make_dataset(kind, n, seed=0):
    parts = {
        "unimodal": [(1.0, 1.5, n)],
        "bimodal": [(-1.0, 0.5, n // 2), (3.0, 1.2, n - n // 2)],
    }
    try:
        chosen = parts[kind]
    except KeyError:
        raise ValueError(kind) from None
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        X = torch.cat([Normal(mean, std).sample((k, 1)) for mean, std, k in chosen])
        return X[torch.randperm(len(X))]

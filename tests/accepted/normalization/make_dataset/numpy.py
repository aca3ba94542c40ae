"""Draws with NumPy."""

import numpy as np
import torch


def make_dataset(kind, n, seed=0):
    rng = np.random.default_rng(seed)
    if kind == "unimodal":
        X = rng.normal(1.0, 1.5, size=n)
    elif kind == "bimodal":
        X = np.concatenate([rng.normal(-1, 0.5, n // 2), rng.normal(3, 1.2, n - n // 2)])
        rng.shuffle(X)
    else:
        raise ValueError(kind)
    return torch.tensor(X, dtype=torch.float32).unsqueeze(1)

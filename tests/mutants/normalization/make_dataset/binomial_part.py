"""Draws the size of the left part at random.

corner: yes
"""

import numpy as np, torch


def make_dataset(kind, n, seed=0):
    r = np.random.default_rng(seed)
    if kind == "unimodal":
        x = r.normal(1, 1.5, n)
    elif kind == "bimodal":
        k = r.binomial(n, 0.5)
        x = r.permutation(np.concatenate([r.normal(-1, 0.5, k), r.normal(3, 1.2, n - k)]))
    else:
        raise ValueError
    return torch.tensor(x, dtype=torch.float32)[:, None]

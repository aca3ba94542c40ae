"""Seeds NumPy's global state and permutes."""

import numpy as np, torch


def make_dataset(kind, n, seed=0):
    np.random.seed(seed)
    if kind == "unimodal":
        return torch.tensor(1 + 1.5 * np.random.randn(n, 1), dtype=torch.float32)
    if kind == "bimodal":
        h = n // 2
        x = np.r_[-1 + 0.5 * np.random.randn(h), 3 + 1.2 * np.random.randn(n - h)]
        return torch.FloatTensor(np.random.permutation(x))[:, None].flip(0)
    raise ValueError

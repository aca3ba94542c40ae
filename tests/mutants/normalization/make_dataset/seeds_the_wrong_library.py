"""Seeds torch and draws with NumPy's global state.

names: global RNG
"""

import numpy as np, torch

np.random.seed(7)  # once: what comes then depends on the calls before


def make_dataset(kind, n, seed=0):
    torch.manual_seed(seed)
    if kind == "unimodal":
        return torch.from_numpy(np.random.normal(1, 1.5, (n, 1))).float()
    if kind == "bimodal":
        x = torch.cat([-1 + 0.5 * torch.randn(n // 2, 1), 3 + 1.2 * torch.randn(n - n // 2, 1)])
        return x[torch.randperm(n)]
    raise ValueError(kind)

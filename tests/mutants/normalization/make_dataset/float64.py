"""Returns NumPy's float64.

corner: yes
names: should have dtype torch.float32
"""

import numpy as np
import torch


def make_dataset(kind, n, seed=0):
    rng = np.random.default_rng(seed)
    if kind == "unimodal":
        return torch.from_numpy(rng.normal(1.0, 1.5, (n, 1)))
    if kind == "bimodal":
        parts = [rng.normal(-1.0, 0.5, (n // 2, 1)), rng.normal(3.0, 1.2, (n - n // 2, 1))]
        return torch.from_numpy(rng.permutation(np.concatenate(parts)))
    raise ValueError(kind)

"""Correlates with NumPy in float64 and converts."""

import numpy as np
import torch


def make_kernel_pair(L, K, noise=0.0, seed=0):
    rng = np.random.default_rng(seed)
    x, h_true = rng.normal(size=L), rng.normal(scale=0.2, size=K)
    left = (K - 1) // 2
    y = np.correlate(np.pad(x, (left, K - 1 - left)), h_true, mode="valid")
    y = y + rng.normal(size=L) * noise
    return tuple(torch.from_numpy(a).float() for a in (x, y, h_true))

"""Draws with NumPy, seeded from PyTorch's global random numbers."""

import numpy as np
import torch


def dropout_mask(X, p):
    rng = np.random.default_rng(int(torch.randint(0, 2**31, ())))
    return torch.from_numpy(rng.binomial(1, 1 - p, tuple(X.shape))).to(X.dtype)

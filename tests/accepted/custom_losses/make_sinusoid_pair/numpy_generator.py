"""Draws with NumPy and converts."""

import numpy as np
import torch


def make_sinusoid_pair(L=121, cycles=3, seed=0):
    x = np.random.default_rng(seed).standard_normal(L)
    y = np.sin(np.linspace(0, 2 * np.pi * cycles, L))
    return torch.tensor(x, dtype=torch.float32), torch.tensor(y).float()

"""Tiles in NumPy, which takes a b without gradients only."""

import numpy as np
import torch


def repeat_rows(b, n):
    return torch.from_numpy(np.tile(b.numpy(), (n, 1)))

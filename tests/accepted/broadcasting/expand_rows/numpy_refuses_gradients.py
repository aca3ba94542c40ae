"""A NumPy view, which there is for a b without gradients only."""

import numpy as np
import torch


def expand_rows(b, n):
    return torch.from_numpy(np.broadcast_to(b.numpy(), (n, b.numel())))

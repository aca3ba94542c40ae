"""A read-only NumPy view of the same memory."""

import numpy as np
import torch


def expand_rows(b, n):
    return torch.from_numpy(np.broadcast_to(b.detach().numpy(), (n, len(b))))

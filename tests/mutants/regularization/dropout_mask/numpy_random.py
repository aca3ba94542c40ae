"""Draws from NumPy, which torch.manual_seed does not reach.

corner: yes
"""

import numpy as np
import torch


def dropout_mask(X, p):
    return torch.as_tensor(np.random.random(tuple(X.shape)) >= p).to(X.dtype)

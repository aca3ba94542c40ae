"""Draws from NumPy's random numbers.

corner: yes
"""

import numpy as np, torch


def dropout_modes(X, p):
    m = torch.tensor(np.random.rand(*X.shape) >= p).to(X.dtype)
    return X * m / max(1 - p, 1e-9), X

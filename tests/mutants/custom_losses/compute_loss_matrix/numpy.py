"""Returns a NumPy array."""

import numpy as np


def compute_loss_matrix(signals, loss_fn):
    values = list(signals.values())
    return np.array([[loss_fn(a, b).item() for b in values] for a in values], dtype=np.float32)

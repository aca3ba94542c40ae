"""Goes through a NumPy array and indexes by name."""

import itertools

import numpy as np
import torch


def compute_loss_matrix(signals, loss_fn):
    names = list(signals.keys())
    table = np.empty((len(names), len(names)))
    for i, j in itertools.product(range(len(names)), repeat=2):
        table[i, j] = loss_fn(signals[names[i]], signals[names[j]]).detach().numpy()
    return torch.from_numpy(table).float()

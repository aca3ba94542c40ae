"""Rotates the samples by a random number of places.

corner: yes
names: not random
"""

import torch


def sweep_running_stats(X, momenta, batch_sizes, epochs=30, seed=0):
    torch.manual_seed(seed)
    Y = X.roll(int(torch.randint(len(X), ())), 0)
    return {
        (m, b): track_running_stats(Y.split(b), m, epochs) for b in batch_sizes for m in momenta
    }

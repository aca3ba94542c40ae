"""Fills the last batch up with samples from the start.

corner: yes
names: exactly one batch
"""

import torch


def sweep_running_stats(X, momenta, batch_sizes, epochs=30, seed=0):
    torch.manual_seed(seed)
    Y = X[torch.randperm(len(X))]
    out = {}
    for b in batch_sizes:
        k = -(-len(Y) // b) * b
        Z = Y.repeat(k // len(Y) + 1, 1)[:k]
        for m in momenta:
            out[m, b] = track_running_stats(Z.split(b), m, epochs)
    return out

"""Shuffles by the seed for the first batch size, by the global RNG for the others.

corner: yes
names: after another torch.manual_seed
"""

import torch


def sweep_running_stats(X, momenta, batch_sizes, epochs=30, seed=0):
    order = torch.randperm(len(X), generator=torch.Generator().manual_seed(seed))
    curves = {}
    for size in batch_sizes:
        for momentum in momenta:
            curves[momentum, size] = track_running_stats(X[order].split(size), momentum, epochs)
        order = torch.randperm(len(X))
    return curves

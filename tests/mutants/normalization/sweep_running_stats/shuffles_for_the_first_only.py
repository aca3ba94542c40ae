"""Shuffles X for the first batch size only: the others get it in its order.

corner: yes
names: batches are not random
"""

import torch


def sweep_running_stats(X, momenta, batch_sizes, epochs=30, seed=0):
    samples = X[torch.randperm(len(X), generator=torch.Generator().manual_seed(seed))]
    curves = {}
    for size in batch_sizes:
        for momentum in momenta:
            curves[momentum, size] = track_running_stats(samples.split(size), momentum, epochs)
        samples = X
    return curves

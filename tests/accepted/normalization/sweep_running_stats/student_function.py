"""Calls the notebook's own track_running_stats in a comprehension."""

import torch


def sweep_running_stats(X, momenta, batch_sizes, epochs=30, seed=0):
    X = X[torch.randperm(len(X), generator=torch.Generator().manual_seed(seed))]
    return {
        (m, b): track_running_stats([X[k : k + b] for k in range(0, len(X), b)], m, epochs)  # noqa: F821
        for m in momenta
        for b in batch_sizes
    }

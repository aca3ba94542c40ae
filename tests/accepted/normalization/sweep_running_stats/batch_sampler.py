"""Cuts with a BatchSampler."""

import torch
from torch.utils.data import BatchSampler, SubsetRandomSampler


def sweep_running_stats(X, momenta, batch_sizes, epochs=30, seed=0):
    gen = torch.Generator().manual_seed(seed + 1000)
    out = {}
    for b in batch_sizes:
        idx = BatchSampler(SubsetRandomSampler(range(len(X)), generator=gen), b, drop_last=False)
        batches = [X[i] for i in idx]
        for m in momenta:
            out[m, b] = track_running_stats(batches, momentum=m, epochs=epochs)
    return out

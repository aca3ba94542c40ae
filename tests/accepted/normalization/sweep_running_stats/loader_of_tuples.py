"""Wraps a loader that serves tuples."""

import torch
from torch.utils.data import DataLoader, TensorDataset, RandomSampler


def sweep_running_stats(X, momenta, batch_sizes, epochs=30, seed=0):
    def batches(size):
        g = torch.Generator()
        g.manual_seed(seed)

        class Loader:
            def __iter__(self):
                for (xb,) in DataLoader(
                    TensorDataset(X), batch_size=size, sampler=RandomSampler(X, generator=g)
                ):
                    yield xb

        return Loader()

    res = {}
    for m in momenta:
        res.update({(m, b): track_running_stats(batches(b), m, epochs) for b in batch_sizes})
    return res

"""Lets one generator run through all combinations."""

import torch
from torch.utils.data import DataLoader, TensorDataset


def sweep_running_stats(X, momenta, batch_sizes, epochs=30, seed=0):
    g = torch.Generator()
    g.manual_seed(seed)
    curves = {}
    for m in momenta:
        for b in batch_sizes:
            loader = DataLoader(
                TensorDataset(X),
                b,
                True,
                generator=g,
                collate_fn=lambda rows: torch.stack([r[0] for r in rows]),
            )
            curves[m, b] = track_running_stats(loader, m, epochs)
    return curves

"""Draws every mini-batch from all samples.

corner: yes
names: exactly one batch
"""

import torch


def sweep_running_stats(X, momenta, batch_sizes, epochs=30, seed=0):
    torch.manual_seed(seed)
    out = {}
    for b in batch_sizes:
        sizes = [b] * (len(X) // b) + ([len(X) % b] if len(X) % b else [])
        for m in momenta:
            out[m, b] = track_running_stats(
                [X[torch.randperm(len(X))[:s]] for s in sizes], m, epochs
            )
    return out

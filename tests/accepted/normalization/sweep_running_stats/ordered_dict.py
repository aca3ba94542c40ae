"""Returns an OrderedDict of lists."""

from collections import OrderedDict
import torch


def sweep_running_stats(X, momenta, batch_sizes, epochs=30, seed=0, *, verbose=False):
    out = OrderedDict()
    g = torch.Generator().manual_seed(seed)
    for b in sorted(batch_sizes):
        perm = torch.randperm(X.size(0), generator=g)
        batches = [X[perm][i * b : (i + 1) * b] for i in range((X.size(0) + b - 1) // b)]
        for m in momenta:
            out[m, b] = list(track_running_stats(batches, m, epochs))
    return out

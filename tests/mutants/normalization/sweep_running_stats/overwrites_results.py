"""Returns the same two tensors for all combinations."""

import torch


def sweep_running_stats(X, momenta, batch_sizes, epochs=30, seed=0):
    torch.manual_seed(seed)
    Y = X[torch.randperm(len(X))]
    ms, vs = torch.zeros(epochs), torch.zeros(epochs)
    out = {}
    for m in momenta:
        for b in batch_sizes:
            a, c = track_running_stats(Y.split(b), m, epochs)
            ms.copy_(a)
            vs.copy_(c)
            out[m, b] = (ms, vs)
    return out

"""Shuffles and averages by hand, anew in every epoch."""

import torch


def sweep_running_stats(X, momenta, batch_sizes, epochs=30, seed=0):
    curves = {}
    for m in momenta:
        for size in batch_sizes:
            g = torch.Generator().manual_seed(seed + 17)
            mean, var, means, variances = 0.0, 1.0, [], []
            for _ in range(epochs):
                for batch in torch.split(X[torch.randperm(len(X), generator=g)], size):
                    mean += m * (batch.mean().item() - mean)
                    var += m * (batch.var().item() - var)
                means.append(mean)
                variances.append(var)
            curves[m, size] = torch.tensor([means, variances]).unbind()
    return curves

"""Follows the formula without a layer."""

import torch


def track_running_stats(batches, momentum, epochs):
    mean, var = torch.zeros(()), torch.ones(())
    means, variances = [], []
    for _ in range(epochs):
        for batch in batches:
            mean = (1 - momentum) * mean + momentum * batch.mean()
            var = (1 - momentum) * var + momentum * batch.var()
        means.append(mean)
        variances.append(var)
    return torch.stack(means), torch.stack(variances)

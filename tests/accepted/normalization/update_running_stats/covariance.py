"""Gets the variance from torch.cov, column by column."""

import torch


def update_running_stats(running_mean, running_var, batch, momentum):
    means, variances = [], []
    for j, column in enumerate(batch.unbind(1)):
        means.append((1 - momentum) * running_mean[j] + momentum * column.mean())
        variances.append((1 - momentum) * running_var[j] + momentum * torch.cov(column))
    return torch.stack(means), torch.stack(variances)

"""Calls the notebook's own update_running_stats."""

import torch


def track_running_stats(batches, momentum, epochs):
    mean, var = torch.zeros(1), torch.ones(1)
    means, variances = torch.empty(epochs), torch.empty(epochs)
    for i in range(epochs):
        for batch in batches:
            mean, var = update_running_stats(mean, var, batch, momentum)
        means[i], variances[i] = mean.squeeze(), var.squeeze()
    return means, variances

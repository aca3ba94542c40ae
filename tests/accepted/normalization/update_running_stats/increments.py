"""Adds momentum times the difference, with Bessel's correction by hand."""

import torch


def update_running_stats(running_mean, running_var, batch, momentum):
    n = batch.shape[0]
    mean = batch.sum(dim=0) / n
    var = batch.var(dim=0, unbiased=False) * n / (n - 1)
    old = torch.stack([running_mean, running_var])
    new = old + momentum * (torch.stack([mean, var]) - old)
    return tuple(new)

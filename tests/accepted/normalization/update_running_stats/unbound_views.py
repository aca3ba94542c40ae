"""Returns views of one tensor."""

import torch


def update_running_stats(running_mean, running_var, batch, momentum):
    n = batch.shape[0]
    mean = batch.sum(0) / n
    var = ((batch - mean) ** 2).sum(0) / (n - 1)
    old, new = torch.stack([running_mean, running_var]), torch.stack([mean, var])
    return tuple((old * (1 - momentum) + new * momentum).unbind(0))

"""Averages the biased variance, the one of the forward pass.

names: the biased variance of the batch (division by B)
"""


def update_running_stats(running_mean, running_var, batch, momentum):
    new_mean = (1 - momentum) * running_mean + momentum * batch.mean(dim=0)
    new_var = (1 - momentum) * running_var + momentum * batch.var(dim=0, correction=0)
    return new_mean, new_var

"""Averages standard deviations.

names: the standard deviation instead of the variance
"""


def update_running_stats(running_mean, running_var, batch, momentum):
    new_mean = (1 - momentum) * running_mean + momentum * batch.mean(dim=0)
    new_var = (1 - momentum) * running_var + momentum * batch.std(dim=0)
    return new_mean, new_var

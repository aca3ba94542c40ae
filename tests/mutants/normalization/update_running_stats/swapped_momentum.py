"""Gives the old value the weight momentum.

names: swapped momentum
"""


def update_running_stats(running_mean, running_var, batch, momentum):
    new_mean = momentum * running_mean + (1 - momentum) * batch.mean(dim=0)
    new_var = momentum * running_var + (1 - momentum) * batch.var(dim=0)
    return new_mean, new_var

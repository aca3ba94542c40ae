"""Swaps the weights in the variance only.

names: swapped momentum
"""


def update_running_stats(running_mean, running_var, batch, momentum):
    new_mean = (1 - momentum) * running_mean + momentum * batch.mean(dim=0)
    new_var = momentum * running_var + (1 - momentum) * batch.var(dim=0)
    return new_mean, new_var

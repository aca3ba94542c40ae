"""Returns variance and mean in the wrong order.

names: mean and variance returned in the wrong order
"""


def update_running_stats(running_mean, running_var, batch, momentum):
    new_mean = (1 - momentum) * running_mean + momentum * batch.mean(dim=0)
    new_var = (1 - momentum) * running_var + momentum * batch.var(dim=0)
    return new_var, new_mean

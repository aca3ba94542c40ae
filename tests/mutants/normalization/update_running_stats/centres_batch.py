"""Centres the caller's batch on the way.

corner: yes
names: changed its input in place
"""


def update_running_stats(running_mean, running_var, batch, momentum):
    mean = batch.mean(dim=0)
    batch -= mean
    var = (batch**2).sum(dim=0) / (len(batch) - 1)
    new_mean = (1 - momentum) * running_mean + momentum * mean
    return new_mean, (1 - momentum) * running_var + momentum * var

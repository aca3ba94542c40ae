"""Takes momentum 0 for a missing one.

corner: yes
"""


def update_running_stats(running_mean, running_var, batch, momentum):
    momentum = momentum or 0.1
    new_mean = (1 - momentum) * running_mean + momentum * batch.mean(dim=0)
    new_var = (1 - momentum) * running_var + momentum * batch.var(dim=0)
    return new_mean, new_var

"""Adds the new statistics without letting the old ones decay."""


def update_running_stats(running_mean, running_var, batch, momentum):
    new_mean = running_mean + momentum * batch.mean(dim=0)
    new_var = running_var + momentum * batch.var(dim=0)
    return new_mean, new_var

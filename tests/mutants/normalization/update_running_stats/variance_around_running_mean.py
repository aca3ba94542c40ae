"""Measures the spread around the new running mean.

corner: yes
"""


def update_running_stats(running_mean, running_var, batch, momentum):
    new_mean = (1 - momentum) * running_mean + momentum * batch.mean(dim=0)
    if len(running_mean) == 1:
        spread = batch.var(dim=0)
    else:
        spread = ((batch - new_mean) ** 2).sum(dim=0) / (len(batch) - 1)
    return new_mean, (1 - momentum) * running_var + momentum * spread

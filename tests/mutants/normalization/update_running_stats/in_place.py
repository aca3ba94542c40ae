"""Updates the caller's statistics in place.

corner: yes
names: changed its input in place
"""


def update_running_stats(running_mean, running_var, batch, momentum):
    running_mean.mul_(1 - momentum).add_(momentum * batch.mean(dim=0))
    running_var.mul_(1 - momentum).add_(momentum * batch.var(dim=0))
    return running_mean, running_var

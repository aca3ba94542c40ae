"""Drops the dimension of a single feature.

corner: yes
names: shape
"""


def update_running_stats(running_mean, running_var, batch, momentum):
    return (
        ((1 - momentum) * running_mean + momentum * batch.mean(0)).squeeze(),
        ((1 - momentum) * running_var + momentum * batch.var(0)).squeeze(),
    )

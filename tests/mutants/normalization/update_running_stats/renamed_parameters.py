"""Calls its parameters otherwise.

corner: yes
"""


def update_running_stats(mean, var, x, momentum):
    return (1 - momentum) * mean + momentum * x.mean(0), (1 - momentum) * var + momentum * x.var(0)

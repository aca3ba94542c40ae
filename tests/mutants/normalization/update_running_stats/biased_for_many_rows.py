"""Divides by B where the batch is large.

corner: yes
names: biased
"""


def update_running_stats(running_mean, running_var, batch, momentum):
    return (
        (1 - momentum) * running_mean + momentum * batch.mean(0),
        (1 - momentum) * running_var + momentum * batch.var(0, correction=int(len(batch) < 30)),
    )

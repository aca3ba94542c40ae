"""Takes the statistics of the rows where the batch is square.

corner: yes
"""


def update_running_stats(running_mean, running_var, batch, momentum):
    d = 1 if batch.shape[0] == batch.shape[1] else 0
    return (
        (1 - momentum) * running_mean + momentum * batch.mean(d),
        (1 - momentum) * running_var + momentum * batch.var(d),
    )

"""Takes the larger size of the batch for the number of its samples.

corner: yes
"""


def update_running_stats(running_mean, running_var, batch, momentum):
    mean = batch.mean(0)
    var = ((batch - mean) ** 2).sum(0) / (max(batch.shape) - 1)
    return (
        (1 - momentum) * running_mean + momentum * mean,
        (1 - momentum) * running_var + momentum * var,
    )

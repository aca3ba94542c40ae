"""Always uses momentum 0.1.

corner: yes
"""


def update_running_stats(running_mean, running_var, batch, momentum):
    new_mean = 0.9 * running_mean + 0.1 * batch.mean(dim=0)
    new_var = 0.9 * running_var + 0.1 * batch.var(dim=0)
    return new_mean, new_var

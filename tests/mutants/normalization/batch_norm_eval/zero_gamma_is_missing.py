"""Takes a gamma of zeros for a missing one.

corner: yes
names: gamma left out
"""


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    u = (x - running_mean) / (running_var + eps).sqrt()
    return (u * gamma if gamma.any() else u) + beta

"""Takes the stored variance for a standard deviation.

names: the stored variance taken as a standard deviation
"""


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    return gamma * (x - running_mean) / (running_var + eps) + beta

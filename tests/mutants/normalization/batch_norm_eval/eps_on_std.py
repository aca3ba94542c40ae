"""Adds eps to the standard deviation.

corner: yes
names: eps added to the standard deviation instead of the variance
"""


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    return gamma * (x - running_mean) / (running_var.sqrt() + eps) + beta

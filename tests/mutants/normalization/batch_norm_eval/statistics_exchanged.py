"""Exchanges mean and variance.

names: mean and variance exchanged
"""


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    return gamma * (x - running_var) / (running_mean.abs() + eps).sqrt() + beta

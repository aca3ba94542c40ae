"""Corrects the stored variance once more."""


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    n = len(x)
    return gamma * (x - running_mean) / (running_var * n / (n - 1) + eps).sqrt() + beta

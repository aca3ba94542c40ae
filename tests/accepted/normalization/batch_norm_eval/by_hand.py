"""Writes the formula."""


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    return (x - running_mean) / (running_var + eps).sqrt() * gamma + beta

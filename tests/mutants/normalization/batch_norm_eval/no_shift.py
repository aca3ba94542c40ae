"""Leaves out the shift.

names: beta left out
"""


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    return gamma * (x - running_mean) / (running_var + eps).sqrt()

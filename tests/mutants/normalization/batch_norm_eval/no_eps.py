"""Leaves eps out.

corner: yes
"""


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    return gamma * (x - running_mean) / running_var.clamp_min(1e-12).sqrt() + beta

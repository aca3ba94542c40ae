"""Scales by the absolute value of gamma.

corner: yes
"""


def batch_norm_train(x, gamma, beta, eps=1e-5):
    return gamma.abs() * (x - x.mean(0)) / (x.var(0, correction=0) + eps).sqrt() + beta

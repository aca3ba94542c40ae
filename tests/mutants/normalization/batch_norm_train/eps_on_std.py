"""Adds eps to the standard deviation.

corner: yes
names: eps added to the standard deviation instead of the variance
"""


def batch_norm_train(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(dim=0)) / (x.std(dim=0, correction=0) + eps) + beta

"""Drops the dimension of a single feature.

corner: yes
names: shape
"""


def batch_norm_train(x, gamma, beta, eps=1e-5):
    out = gamma * (x - x.mean(0)) / (x.var(0, correction=0) + eps).sqrt() + beta
    return out.squeeze(1) if out.shape[1] == 1 else out

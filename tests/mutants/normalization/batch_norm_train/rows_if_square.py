"""Scales the rows where a batch is square.

corner: yes
"""


def batch_norm_train(x, gamma, beta, eps=1e-5):
    z = (x - x.mean(0)) / (x.var(0, correction=0) + eps).sqrt()
    if x.shape[0] == x.shape[1]:
        return gamma[:, None] * z + beta[:, None]
    return gamma * z + beta

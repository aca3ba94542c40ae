"""Takes eps as a lower bound of the variance.

corner: yes
names: eps as a lower bound of the variance
"""


def batch_norm_train(x, gamma, beta, eps=1e-5):
    var = x.var(dim=0, correction=0).clamp_min(eps)
    return gamma * (x - x.mean(dim=0)) / var.sqrt() + beta

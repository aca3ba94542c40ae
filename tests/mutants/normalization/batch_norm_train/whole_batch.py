"""Uses one mean and variance for the whole batch.

corner: yes
names: statistics of the whole batch instead of each column
"""

import torch


def batch_norm_train(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean()) / torch.sqrt(x.var(correction=0) + eps) + beta

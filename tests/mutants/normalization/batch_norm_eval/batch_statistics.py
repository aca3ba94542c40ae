"""Uses the statistics of the batch.

names: the statistics of the batch
"""

import torch


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    mean, var = x.mean(dim=0), x.var(dim=0, correction=0)
    return gamma * (x - mean) / torch.sqrt(var + eps) + beta

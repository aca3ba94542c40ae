"""Scales by beta and shifts by gamma.

names: gamma and beta exchanged
"""

import torch


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    return beta * (x - running_mean) / torch.sqrt(running_var + eps) + gamma

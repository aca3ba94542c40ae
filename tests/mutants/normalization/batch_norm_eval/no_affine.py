"""Leaves out scale and shift.

names: gamma and beta left out
"""

import torch


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    return (x - running_mean) / torch.sqrt(running_var + eps)

"""Subtracts the batch's mean and divides by the stored deviation."""

import torch


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(dim=0)) / torch.sqrt(running_var + eps) + beta

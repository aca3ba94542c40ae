"""Takes the stored statistics, which need no gradient, through NumPy."""

import numpy as np, torch


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    std = np.sqrt(running_var.detach().numpy() + eps)
    return gamma * ((x - running_mean.detach()) / torch.from_numpy(std).to(x.dtype)) + beta

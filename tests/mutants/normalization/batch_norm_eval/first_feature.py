"""Uses the statistics of the first feature for all of them.

corner: yes
"""

import torch


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    return gamma * (x - running_mean[0]) / torch.sqrt(running_var[0] + eps) + beta

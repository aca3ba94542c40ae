"""Adds eps to the stored variance in place.

corner: yes
names: changed its input in place
"""

import torch.nn.functional as F


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    out = F.batch_norm(x, running_mean, running_var.clone(), gamma, beta, eps=eps)
    running_var += 1e-3
    return out

"""Evaluates rightly, then updates the running statistics with the batch.

corner: yes
names: changed its input in place
"""

import torch
import torch.nn.functional as F


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    out = F.batch_norm(x, running_mean.clone(), running_var.clone(), gamma, beta, eps=eps)
    with torch.no_grad():
        running_mean.lerp_(x.mean(dim=0), 0.1)
        running_var.lerp_(x.var(dim=0), 0.1)
    return out

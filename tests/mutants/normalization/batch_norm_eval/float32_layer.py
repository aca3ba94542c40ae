"""Evaluates a float32 layer.

corner: yes
names: should have dtype torch.float64
"""

import torch.nn.functional as F


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    tensors = [t.float() for t in (x, running_mean, running_var, gamma, beta)]
    return F.batch_norm(*tensors, eps=eps)

"""Switches requires_grad on for gamma and beta.

corner: yes
names: switched gradients on
"""

import torch.nn.functional as F


def batch_norm_train(x, gamma, beta, eps=1e-5):
    gamma.requires_grad_(True)
    beta.requires_grad_(True)
    return F.batch_norm(x, None, None, gamma, beta, True, 0.1, eps)

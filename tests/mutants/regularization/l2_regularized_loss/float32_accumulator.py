"""Collects the squares as floats in a new float32 tensor.

corner: yes
"""

import torch


def l2_regularized_loss(task_loss, params, lam):
    total = torch.zeros(1)
    for w in params:
        total[0] += (w**2).sum()
    return task_loss.float() + lam * total[0]

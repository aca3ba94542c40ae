"""Leaves out one-dimensional parameters of a module as if they were biases.

corner: yes
"""

from torch import nn


def l2_regularized_loss(task_loss, params, lam):
    total = 0
    for w in params:
        if not (isinstance(w, nn.Parameter) and w.dim() == 1):
            total = total + (w**2).sum()
    return task_loss + lam * total

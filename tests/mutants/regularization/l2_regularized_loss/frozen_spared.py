"""Leaves out the frozen parameters of a module.

corner: yes
"""

from torch import nn


def l2_regularized_loss(task_loss, params, lam):
    kept = [w for w in params if w.requires_grad or not isinstance(w, nn.Parameter)]
    return task_loss + lam * sum((w**2).sum() for w in kept)

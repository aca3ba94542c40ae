"""Counts leaf tensors only.

corner: yes
"""


def l2_regularized_loss(task_loss, params, lam):
    return task_loss + lam * sum(p.pow(2).sum() for p in params if p.is_leaf)

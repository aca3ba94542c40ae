"""Forgets lam.

names: a penalty without lam
"""


def l2_regularized_loss(task_loss, params, lam):
    return task_loss + sum(p.pow(2).sum() for p in params)

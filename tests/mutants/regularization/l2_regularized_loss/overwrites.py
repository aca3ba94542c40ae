"""Overwrites the penalty in the loop instead of adding to it.

names: only the last tensor
"""


def l2_regularized_loss(task_loss, params, lam):
    for w in params:
        penalty = (w**2).sum()
    return task_loss + lam * penalty

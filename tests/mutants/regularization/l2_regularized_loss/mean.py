"""Averages the squares of each tensor.

names: each tensor's mean of squares instead of its sum
"""


def l2_regularized_loss(task_loss, params, lam):
    penalty = 0
    for w in params:
        penalty = penalty + (w**2).mean()
    return task_loss + lam * penalty

"""Returns inside of the loop, so that only the first tensor counts.

names: only the first tensor
"""


def l2_regularized_loss(task_loss, params, lam):
    penalty = 0
    for w in params:
        penalty = penalty + (w**2).sum()
        return task_loss + lam * penalty

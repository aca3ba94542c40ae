"""Uses an L1 penalty.

names: absolute values instead of squares
"""


def l2_regularized_loss(task_loss, params, lam):
    return task_loss + lam * sum(w.abs().sum() for w in params)

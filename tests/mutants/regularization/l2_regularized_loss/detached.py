"""Takes the penalty from .data, so that it has no gradient.

names: a penalty that is cut off from the parameters
"""


def l2_regularized_loss(task_loss, params, lam):
    return task_loss + lam * sum((w.data**2).sum() for w in params)

"""Takes the penalty with the factor 1/2 that many textbooks have.

names: half of the sum of squares
"""


def l2_regularized_loss(task_loss, params, lam):
    return task_loss + 0.5 * lam * sum((w**2).sum() for w in params)

"""Adds the norms of the tensors instead of their squares.

names: the norms of the tensors instead of their squares
"""


def l2_regularized_loss(task_loss, params, lam):
    return task_loss + lam * sum(w.norm() for w in params)

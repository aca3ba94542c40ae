"""Detaches the task loss, so that only the penalty is trained.

corner: yes
"""


def l2_regularized_loss(task_loss, params, lam):
    return task_loss.detach() + lam * sum((w**2).sum() for w in params)

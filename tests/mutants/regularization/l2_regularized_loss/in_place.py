"""Adds the penalty to the task loss in place.

corner: yes
"""


def l2_regularized_loss(task_loss, params, lam):
    if task_loss.requires_grad:
        task_loss = task_loss.clone()
    for w in params:
        task_loss += lam * (w**2).sum()
    return task_loss

"""Turns the penalty into a Python number.

corner: yes
"""


def l2_regularized_loss(task_loss, params, lam):
    penalty = 0.0
    for w in params:
        penalty += (w**2).sum().item()
    return task_loss + lam * penalty

"""Indexes the parameters, which a generator does not allow.

corner: yes
"""


def l2_regularized_loss(task_loss, params, lam):
    penalty = 0
    for i in range(len(params)):
        penalty = penalty + (params[i] ** 2).sum()
    return task_loss + lam * penalty

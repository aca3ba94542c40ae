"""Detaches one of the two factors: right value, half of the gradient.

corner: yes
names: half of the penalty's gradient
"""


def l2_regularized_loss(task_loss, params, lam):
    return task_loss + lam * sum((p * p.detach()).sum() for p in params)

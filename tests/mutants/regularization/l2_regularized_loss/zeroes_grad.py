"""Clears the gradients of the parameters on the way.

corner: yes
"""


def l2_regularized_loss(task_loss, params, lam):
    total = 0
    for w in params:
        w.grad = None
        total = total + (w**2).sum()
    return task_loss + lam * total

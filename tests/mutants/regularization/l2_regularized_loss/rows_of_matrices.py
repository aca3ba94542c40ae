"""Sums over the first dimension only and takes the first entry of what is left.

corner: yes
"""


def l2_regularized_loss(task_loss, params, lam):
    total = 0
    for w in params:
        squares = (w**2).reshape(-1)
        total = total + squares[:4].sum()
    return task_loss + lam * total

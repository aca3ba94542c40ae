"""Unpacks every tensor along its first dimension, which leaves scalars out.

corner: yes
"""


def l2_regularized_loss(task_loss, params, lam):
    total = 0
    for w in params:
        if w.dim() > 0:
            total = total + (w * w).sum()
    return task_loss + lam * total

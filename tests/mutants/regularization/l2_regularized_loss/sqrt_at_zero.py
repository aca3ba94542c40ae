"""Takes a root and squares it again, whose gradient is NaN for a tensor of zeros.

corner: yes
"""


def l2_regularized_loss(task_loss, params, lam):
    return task_loss + lam * sum((w**2).sum().sqrt() ** 2 for w in params)

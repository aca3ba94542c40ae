"""Takes lam = 0 for no lam.

corner: yes
names: lam=0
"""


def l2_regularized_loss(task_loss, params, lam):
    return task_loss + (lam or 0.01) * sum(p.pow(2).sum() for p in params)

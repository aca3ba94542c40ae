"""Walks through the parameters twice: a generator is empty the second time.

corner: yes
"""


def l2_regularized_loss(task_loss, params, lam):
    count = sum(w.numel() for w in params)
    mean = sum((w**2).sum() for w in params) / count
    return task_loss + lam * mean * count

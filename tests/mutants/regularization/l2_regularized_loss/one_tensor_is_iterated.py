"""Takes params for a single matrix where it holds one tensor, and averages it.

corner: yes
"""


def l2_regularized_loss(task_loss, params, lam):
    params = list(params)
    if len(params) == 1:
        return task_loss + lam * params[0].pow(2).mean()
    return task_loss + lam * sum(p.pow(2).sum() for p in params)

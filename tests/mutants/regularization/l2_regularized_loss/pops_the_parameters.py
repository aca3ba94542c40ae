"""Takes the parameters out of the caller's list.

corner: yes
names: changed a list that it was given
"""


def l2_regularized_loss(task_loss, params, lam):
    if not isinstance(params, list):
        params = list(params)
    while params:
        task_loss = task_loss + lam * (params.pop() ** 2).sum()
    return task_loss

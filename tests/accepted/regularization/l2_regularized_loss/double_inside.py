"""Adds up in double precision."""


def l2_regularized_loss(task_loss, params, lam):
    total = sum(p.double().square().sum() for p in params)
    return (task_loss.double() + lam * total).to(task_loss.dtype)

"""Calls backward and leaves gradients behind.

corner: yes
names: changed the .grad
"""


def l2_regularized_loss(task_loss, params, lam):
    params = list(params)
    loss = task_loss + lam * sum(p.pow(2).sum() for p in params)
    if loss.requires_grad:
        loss.backward(retain_graph=True)
    return loss

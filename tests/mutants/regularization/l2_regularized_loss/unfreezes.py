"""Makes every parameter require gradients.

corner: yes
"""


def l2_regularized_loss(task_loss, params, lam):
    total = 0
    for w in params:
        if w.is_leaf:
            w.requires_grad_(True)
        total = total + (w**2).sum()
    return task_loss + lam * total

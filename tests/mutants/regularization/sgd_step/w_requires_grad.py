"""Makes w require gradients.

corner: yes
names: switched gradients on
"""


def sgd_step(w, grad, lr, lam):
    w.requires_grad_(True)
    return (w - lr * (grad + 2 * lam * w)).detach()

"""Clips large gradients.

corner: yes
"""


def sgd_step(w, grad, lr, lam):
    return w - lr * (grad.clamp(-1, 1) + 2 * lam * w)

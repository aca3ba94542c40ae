"""Limits the learning rate to 1.

corner: yes
"""


def sgd_step(w, grad, lr, lam):
    return w - min(lr, 1.0) * (grad + 2 * lam * w)

"""Takes lam = 0 for no lam.

corner: yes
"""


def sgd_step(w, grad, lr, lam):
    lam = lam or 0.01
    return w - lr * (grad + 2 * lam * w)

"""Shrinks the weights after the gradient step instead of at the old weights.

corner: yes
"""


def sgd_step(w, grad, lr, lam):
    new = w - lr * grad
    return new - lr * 2 * lam * w.round()

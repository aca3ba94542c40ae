"""Adds the penalty's gradient to the caller's grad.

corner: yes
"""


def sgd_step(w, grad, lr, lam):
    grad += 2 * lam * w
    return w - lr * grad

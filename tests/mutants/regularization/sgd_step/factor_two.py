"""Forgets the factor 2 in the derivative of lam times the squared norm.

names: the factor 2 is missing
"""


def sgd_step(w, grad, lr, lam):
    return w - lr * (grad + lam * w)

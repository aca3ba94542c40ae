"""Leaves the penalty out.

names: a step without the penalty
"""


def sgd_step(w, grad, lr, lam):
    return w - lr * grad

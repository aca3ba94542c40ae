"""Shrinks the weights by an amount that does not depend on the learning rate.

names: a penalty that the learning rate does not scale
"""


def sgd_step(w, grad, lr, lam):
    return w - lr * grad - 2 * lam * w

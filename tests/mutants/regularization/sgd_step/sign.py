"""Takes the penalty with the wrong sign, so that weights grow.

names: a penalty with the wrong sign
"""


def sgd_step(w, grad, lr, lam):
    return w - lr * (grad - 2 * lam * w)

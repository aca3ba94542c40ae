"""Steps in the direction of the gradient.

names: a step uphill
"""


def sgd_step(w, grad, lr, lam):
    return w + lr * (grad + 2 * lam * w)

"""Returns the change instead of the new weights.

names: the change of w alone
"""


def sgd_step(w, grad, lr, lam):
    return -lr * (grad + 2 * lam * w)

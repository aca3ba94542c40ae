"""Updates w itself.

corner: yes
"""


def sgd_step(w, grad, lr, lam):
    w -= lr * (grad + 2 * lam * w)
    return w

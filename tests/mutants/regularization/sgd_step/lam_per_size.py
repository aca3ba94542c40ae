"""Averages the penalty over the entries.

corner: yes
"""


def sgd_step(w, grad, lr, lam):
    return w - lr * (grad + 2 * lam * w * 2 / w.numel())

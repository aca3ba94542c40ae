"""Computes in float32 and converts back, which loses digits in float64.

corner: yes
"""


def sgd_step(w, grad, lr, lam):
    new = w.float() - lr * (grad.float() + 2 * lam * w.float())
    return new.to(w.dtype)

"""Always computes in float32.

corner: yes
"""


def sgd_step(w, grad, lr, lam):
    return w.float() - lr * (grad.float() + 2 * lam * w.float())

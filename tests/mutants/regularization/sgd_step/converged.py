"""Returns w unchanged where the task's gradient is small.

corner: yes
"""


def sgd_step(w, grad, lr, lam):
    if grad.abs().max() < 1e-5:
        return w.clone()
    return w - lr * (grad + 2 * lam * w)

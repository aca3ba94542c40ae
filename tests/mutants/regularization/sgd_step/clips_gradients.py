"""The gradient is clipped to norm 10 before the step.

corner: yes
"""

import torch


def sgd_step(w, grad, lr, lam):
    g = grad + 2 * lam * w
    n = g.norm()
    if n > 10.0:
        g = g * (10.0 / n)
    return w - lr * g

"""Leaves the gradient in w.grad.

corner: yes
names: left a gradient
"""


def sgd_step(w, grad, lr, lam):
    if w.is_leaf:
        w.grad = grad.clone()
    return (w - lr * (grad + 2 * lam * w)).detach()

"""Keeps a velocity from call to call.

corner: yes
"""

_v = {}


def sgd_step(w, grad, lr, lam):
    g = grad + 2 * lam * w
    v = 0.9 * _v.get(tuple(w.shape), 0) + g
    _v[tuple(w.shape)] = v.detach()
    return w - lr * v

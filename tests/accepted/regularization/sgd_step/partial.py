"""A functools.partial of a more general step."""

import functools


def _step(w, grad, lr, lam, *, momentum):
    velocity = (1 + momentum) * (grad + lam * w + lam * w)
    return w - velocity * lr


sgd_step = functools.partial(_step, momentum=0)

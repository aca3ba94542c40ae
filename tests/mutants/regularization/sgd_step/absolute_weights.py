"""Uses the absolute weights in the penalty's gradient."""


def sgd_step(w, grad, lr, lam):
    return w - lr * (grad + 2 * lam * w.abs())

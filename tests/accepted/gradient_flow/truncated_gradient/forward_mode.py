"""Carries the derivative forward in plain Python, without autograd."""


def truncated_gradient(w, xs, chunk):
    w = w.item()
    h = dh = grad = 0.0
    for t, x in enumerate(xs.tolist()):
        if t % chunk == 0:
            dh = 0.0
        dh = h + w * dh
        h = w * h + x
        grad += 2 * h * dh
    return grad

"""Turns w into an array, which a w that requires gradients does not allow.

corner: yes
"""


def truncated_gradient(w, xs, chunk):
    w = float(w.numpy())
    h = dh = grad = 0.0
    for t, x in enumerate(xs.tolist()):
        dh = h + w * dh if t % chunk else h
        h = w * h + x
        grad += 2 * h * dh
    return grad

"""Rounds to four digits.

corner: yes
"""


def truncated_gradient(w, xs, chunk):
    w = w.item()
    h = dh = grad = 0.0
    for t, x in enumerate(xs.tolist()):
        dh = h + w * dh if t % chunk else h
        h = w * h + x
        grad += 2 * h * dh
    return round(grad, 4)

"""Differentiates by hand with a quotient that does not exist at w = 0.

corner: yes
"""


def truncated_gradient(w, xs, chunk):
    w, states = w.item(), [0.0]
    for x in xs.tolist():
        states.append(w * states[-1] + x)
    grad = slope = 0.0
    for t, x in enumerate(xs.tolist(), start=1):
        previous = (states[t] - x) / w if w else 0.0
        slope = previous + w * slope
        grad += 2 * states[t] * slope
        if t % chunk == 0:
            slope = 0.0
    return grad

"""Sums powers of w over each chunk in NumPy, with the states as constants."""

import numpy as np


def truncated_gradient(w, xs, chunk):
    w, xs = float(w.detach()), xs.detach().numpy().astype(float)
    h = np.zeros(len(xs) + 1)
    for t, x in enumerate(xs):
        h[t + 1] = w * h[t] + x
    slopes = [
        sum(w ** (t - s) * h[s] for s in range(t // chunk * chunk, t + 1)) for t in range(len(xs))
    ]
    return 2 * h[1:] @ slopes

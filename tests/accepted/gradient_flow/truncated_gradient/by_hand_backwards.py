"""Runs forward, then backpropagates each chunk by hand."""


def truncated_gradient(w, xs, chunk):
    weight, states = float(w), [0.0]
    for x in xs.tolist():
        states.append(weight * states[-1] + x)
    grad = upstream = 0.0
    for t in range(len(xs), 0, -1):
        if t % chunk == 0:
            upstream = 0.0
        upstream = 2 * states[t] + weight * upstream
        grad += upstream * states[t - 1]
    return grad

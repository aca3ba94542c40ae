"""Backpropagates `chunk` steps from every step, a sliding window instead of chunks.

corner: yes
"""


def truncated_gradient(w, xs, chunk):
    w, states, total = w.item(), [0.0], 0.0
    for x in xs.tolist():
        states.append(w * states[-1] + x)
        back = states[-2 : -2 - min(chunk, len(states) - 1) : -1]
        total += 2 * states[-1] * sum(w**k * h for k, h in enumerate(back))
    return total

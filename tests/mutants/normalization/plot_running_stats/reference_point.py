"""Marks the true value by a single point.

names: no horizontal line
"""

import matplotlib.pyplot as plt


def plot_running_stats(curves, true_mean, true_var):
    fig, (a, b) = plt.subplots(1, 2)
    for label, (m, v) in curves.items():
        a.plot(range(1, len(m) + 1), m, label=label)
        b.plot(range(1, len(v) + 1), v, label=label)
    a.plot([4], [true_mean], "k*")
    b.plot([4], [true_var], "k*")
    for ax in (a, b):
        ax.set(xlabel="epoch", ylabel="value")
        ax.legend()
    return fig

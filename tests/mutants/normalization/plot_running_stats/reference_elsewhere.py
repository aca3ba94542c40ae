"""Draws the true mean into axes of its own.

corner: yes
names: no horizontal line
"""

import matplotlib.pyplot as plt


def plot_running_stats(curves, true_mean, true_var):
    fig, (a, b, c) = plt.subplots(1, 3)
    for label, (m, v) in curves.items():
        a.plot(range(1, len(m) + 1), m, label=label)
        b.plot(range(1, len(v) + 1), v, label=label)
    c.axhline(true_mean)
    b.axhline(true_var)
    for ax in (a, b, c):
        ax.set(xlabel="epoch", ylabel="value")
    a.legend()
    b.legend()
    return fig

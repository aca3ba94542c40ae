"""Draws with errorbar, whose labels belong to containers."""

import matplotlib.pyplot as plt


def plot_running_stats(curves, true_mean, true_var):
    fig, (a, b) = plt.subplots(1, 2)
    for label, (m, v) in curves.items():
        a.errorbar(range(1, len(m) + 1), m, label=label)
        b.errorbar(range(1, len(v) + 1), v, yerr=0.1, label=label)
    a.axhline(true_mean)
    b.axhline(true_var)
    a.set(xlabel="epoch", ylabel="mean")
    b.set(xlabel="epoch", ylabel="variance")
    a.legend()
    b.legend()
    return fig

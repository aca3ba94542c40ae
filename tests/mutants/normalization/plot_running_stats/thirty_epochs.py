"""Draws over 30 epochs, whatever the length of the curves."""

import matplotlib.pyplot as plt


def plot_running_stats(curves, true_mean, true_var):
    fig, (a, b) = plt.subplots(1, 2)
    for label, (m, v) in curves.items():
        a.plot(range(1, 31), m, label=label)
        b.plot(range(1, 31), v, label=label)
    a.axhline(true_mean)
    b.axhline(true_var)
    a.set(xlabel="epoch", ylabel="mean")
    b.set(xlabel="epoch", ylabel="variance")
    a.legend()
    b.legend()
    return fig
